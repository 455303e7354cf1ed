using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>Where the sources of a build come from.</summary>
[WireObject]
public sealed partial record BuildSource
{
    /// <summary>The kind of source.</summary>
    [WireField("type", OmitEmpty = true)]
    public string? Type { get; init; }

    /// <summary>The text of a Dockerfile to build from.</summary>
    [WireField("dockerfile", OmitEmpty = true)]
    public string? Dockerfile { get; init; }

    /// <summary>A git repository.</summary>
    [WireField("git", OmitEmpty = true)]
    public GitBuildSource? Git { get; init; }

    /// <summary>Images to copy files from.</summary>
    [WireField("images", OmitEmpty = true)]
    public ValueList<ImageSource> Images { get; init; }

    /// <summary>The folder of the sources to build in.</summary>
    [WireField("contextDir", OmitEmpty = true)]
    public string? ContextDir { get; init; }
}
