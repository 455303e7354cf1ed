using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>Where else the images of a source are to be had.</summary>
/// <remarks>A rule that names no mirror besides the source itself has no effect, as in OpenShift.</remarks>
public sealed record MirrorRule
{
    /// <summary>What is mirrored. Of all rules, those with the longest source count for a repository.</summary>
    public required RegistryScope Source { get; init; }

    /// <summary>The mirrors in the order in which they are asked.</summary>
    public ValueList<RegistryMirror> Mirrors { get; init; }

    /// <summary>For which requests; all by default.</summary>
    public MirrorUse Use { get; init; }

    /// <summary>Whether the source itself is never asked, for whatever; off by default.</summary>
    public bool NeverContactSource { get; init; }

    /// <summary>Who made the rule, for explanations.</summary>
    public string Origin { get; init; } = "a rule";

    /// <summary>Whether there is a mirror that is not the source.</summary>
    internal bool HasMirror => Mirrors.Any(mirror => mirror.Location != Source);
}
