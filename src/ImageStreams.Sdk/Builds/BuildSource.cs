using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>The source of a build.</summary>
[WireObject]
public sealed partial record BuildSource
{
    /// <summary>The kind of source.</summary>
    [WireField("type", OmitEmpty = true)]
    public string? Type { get; init; }

    /// <summary>The text of a Dockerfile to build from.</summary>
    [WireField("dockerfile", OmitEmpty = true)]
    public string? Dockerfile { get; init; }

    /// <summary>The git repository.</summary>
    [WireField("git", OmitEmpty = true)]
    public GitBuildSource? Git { get; init; }

    /// <summary>The images to copy files from.</summary>
    [WireField("images", OmitEmpty = true)]
    public ValueList<ImageSource> Images { get; init; }

    /// <summary>The directory of the source to build in.</summary>
    [WireField("contextDir", OmitEmpty = true)]
    public string? ContextDir { get; init; }

    /// <summary>Returns the type, or the git repository.</summary>
    public override string ToString() => Type ?? Git?.Uri ?? "";
}
