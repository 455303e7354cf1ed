using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>A git repository that a build starts from.</summary>
[WireObject]
public sealed partial record GitBuildSource
{
    /// <summary>The address of the repository.</summary>
    [WireField("uri")]
    public string Uri { get; init; } = "";

    /// <summary>The branch, tag or commit; null for the default branch.</summary>
    [WireField("ref", OmitEmpty = true)]
    public string? Ref { get; init; }
}
