using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>What to import.</summary>
[WireObject]
public sealed partial record ImageStreamImportSpec
{
    /// <summary>Whether the stream is to be changed; <c>false</c> only looks (a dry run).</summary>
    [WireField("import")]
    public bool Import { get; init; }

    /// <summary>A whole repository to import.</summary>
    [WireField("repository", OmitEmpty = true)]
    public RepositoryImportSpec? Repository { get; init; }

    /// <summary>Single images to import.</summary>
    [WireField("images", OmitEmpty = true)]
    public ValueList<ImageImportSpec> Images { get; init; }
}
