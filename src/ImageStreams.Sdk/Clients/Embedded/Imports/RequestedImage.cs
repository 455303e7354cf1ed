using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.Lifecycle;

namespace ImageStreams.Clients;

/// <summary>What came of looking an image up that is to be imported.</summary>
internal sealed record RequestedImage
{
    /// <summary>What was asked for; without a name it goes under no tag.</summary>
    public required TagReference SpecTag { get; init; }

    /// <summary>The tag of the image in its registry; null for one that is asked for by digest.</summary>
    public string? SourceTag { get; init; }

    /// <summary>Whether the tag gets a wish even if the image could not be had.</summary>
    public bool AddsSpecTag { get; init; } = true;

    /// <summary>Whether it worked and, where not, why.</summary>
    public required KubernetesStatus Status { get; init; }

    /// <summary>The image; null where it could not be had.</summary>
    public Image? Image { get; init; }

    /// <summary>The image that was had but breaks the rules of the API; null in other cases.</summary>
    public Image? Refused { get; init; }

    /// <summary>The images of an index that is kept as it is, one for each platform.</summary>
    public ValueList<Image> Manifests { get; init; }

    /// <summary>Whether the answer holds the texts of manifests and configurations.</summary>
    public bool IncludeManifest { get; init; }

    /// <summary>The outcome as the API shows it.</summary>
    public ImageImportStatus ToStatus() => new()
    {
        Status = Status,
        Image = Image is null ? null : ToView(Image),
        Tag = SourceTag,
        Manifests = Manifests.Select(ToView).ToValueList(),
    };

    /// <summary>The stream in which the outcome is recorded.</summary>
    public ImageStream RecordIn(ImageStream stream, Timestamp now)
    {
        if (SpecTag.Name.Length == 0)
        {
            return stream;
        }

        return Image is null
            ? RequestedImports.RecordFailure(stream, SpecTag, Status.Reason ?? "", Status.Message ?? "", now, AddsSpecTag)
            : RequestedImports.RecordSuccess(stream, SpecTag, Image.DockerImageReference ?? "", Image.Metadata.Name!, now);
    }

    private Image ToView(Image image) => IncludeManifest ? image : ImageFactory.WithoutManifest(image);
}
