using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>What came of an import. Each image has an outcome of its own.</summary>
[WireObject]
public sealed partial record ImageStreamImportStatus
{
    /// <summary>The stream as it is after the import; null when nothing was changed.</summary>
    [WireField("import", OmitEmpty = true)]
    public ImageStream? Import { get; init; }

    /// <summary>What came of the repository.</summary>
    [WireField("repository", OmitEmpty = true)]
    public RepositoryImportStatus? Repository { get; init; }

    /// <summary>What came of each image, in the order of the request.</summary>
    [WireField("images", OmitEmpty = true)]
    public ValueList<ImageImportStatus> Images { get; init; }
}
