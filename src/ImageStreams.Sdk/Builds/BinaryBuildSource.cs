using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>A source that a client uploads when it starts the build.</summary>
[WireObject]
public sealed partial record BinaryBuildSource
{
    /// <summary>The name of the file that the upload becomes; null for an archive.</summary>
    [WireField("asFile", OmitEmpty = true)]
    public string? AsFile { get; init; }

    /// <summary>Returns the name of the file.</summary>
    public override string ToString() => AsFile ?? "";
}
