using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The images and the repository that an import requests.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageStreamImportSpec")]
public sealed partial record ImageStreamImportSpec
{
    /// <summary>Gets a value indicating whether the stream is changed; <c>false</c> is a dry run.</summary>
    [WireField("import")]
    public bool Import { get; init; }

    /// <summary>A repository to import as a whole; null for none.</summary>
    [WireField("repository", OmitEmpty = true)]
    public RepositoryImportSpec? Repository { get; init; }

    /// <summary>The single images to import.</summary>
    [WireField("images", OmitEmpty = true)]
    public ValueList<ImageImportSpec> Images { get; init; }

    /// <summary>Returns the number of images and the repository.</summary>
    public override string ToString() => Repository is null
        ? Quantity.Format(Images.Count, "image")
        : $"{Quantity.Format(Images.Count, "image")}, repository {Repository}";
}
