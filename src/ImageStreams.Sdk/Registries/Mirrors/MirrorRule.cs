using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>The mirrors of a source.</summary>
/// <remarks>A rule without a mirror other than the source has no effect, as in OpenShift.</remarks>
public sealed record MirrorRule
{
    /// <summary>The source. Of all rules, those with the longest source count for a repository.</summary>
    public required RegistryScope Source { get; init; }

    /// <summary>The mirrors in the order in which they are contacted.</summary>
    public ValueList<RegistryMirror> Mirrors { get; init; }

    /// <summary>The requests that the mirrors are for; all by default.</summary>
    public MirrorUse Use { get; init; }

    /// <summary><see langword="true"/> never to contact the source; <see langword="false"/> by default.</summary>
    public bool NeverContactSource { get; init; }

    /// <summary>The origin of the rule in explanations, such as <c>ImageDigestMirrorSet mirrors</c>.</summary>
    public string Origin { get; init; } = "a rule";

    /// <summary>True when there is a mirror other than the source.</summary>
    internal bool HasMirror => Mirrors.Any(mirror => mirror.Location != Source);
}
