using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>The mirrors of a source.</summary>
/// <remarks>A rule without a mirror other than the source has no effect, as in OpenShift.</remarks>
public sealed record MirrorRule
{
    /// <summary>The source. Only the rules with the longest source that contains a repository apply to it.</summary>
    public required RegistryScope Source { get; init; }

    /// <summary>The mirrors in the order in which they are contacted.</summary>
    public ValueList<RegistryMirror> Mirrors { get; init; }

    /// <summary>The requests that use the mirrors; all by default.</summary>
    public MirrorUse Use { get; init; }

    /// <summary>Gets a value indicating whether the source is never contacted; false by default.</summary>
    public bool NeverContactSource { get; init; }

    /// <summary>The origin of the rule in explanations, such as <c>ImageDigestMirrorSet mirrors</c>.</summary>
    public string Origin { get; init; } = "a rule";

    /// <summary>Gets a value indicating whether there is a mirror other than the source.</summary>
    internal bool HasMirror => Mirrors.Any(mirror => mirror.Location != Source);

    /// <summary>Returns the source and its mirrors, such as <c>quay.io/team: mirror.example.com/team</c>.</summary>
    public override string ToString() => $"{Source}: {string.Join(", ", Mirrors)}";
}
