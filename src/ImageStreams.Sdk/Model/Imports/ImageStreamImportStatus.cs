using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The result of an import; each image has a result of its own.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageStreamImportStatus")]
public sealed partial record ImageStreamImportStatus
{
    /// <summary>The stream as it is after the import; null when nothing was changed.</summary>
    [WireField("import", OmitEmpty = true)]
    public ImageStream? Import { get; init; }

    /// <summary>The result of the repository; null when none was requested.</summary>
    [WireField("repository", OmitEmpty = true)]
    public RepositoryImportStatus? Repository { get; init; }

    /// <summary>The results of the images, in the order of the request.</summary>
    [WireField("images", OmitEmpty = true)]
    public ValueList<ImageImportStatus> Images { get; init; }

    /// <summary>Returns the number of images.</summary>
    public override string ToString() => Quantity.Format(Images.Count, "image");
}
