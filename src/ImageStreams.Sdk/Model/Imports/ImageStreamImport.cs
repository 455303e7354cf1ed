using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A request to import images from registries, with its result.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageStreamImport")]
public sealed partial record ImageStreamImport : ApiObject
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "ImageStreamImport";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>The images and the repository to import.</summary>
    [WireField("spec")]
    public ImageStreamImportSpec Spec { get; init; } = ImageStreamImportSpec.Default;

    /// <summary>The result of the import.</summary>
    [WireField("status")]
    public ImageStreamImportStatus Status { get; init; } = ImageStreamImportStatus.Default;

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public ImageStreamImport WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };

    /// <summary>Creates a copy with the defaults that an API server sets for fields that a client leaves out.</summary>
    /// <param name="importMode">
    /// The import mode of images that have none; <see cref="ImportMode.Legacy"/> when not set.
    /// </param>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public ImageStreamImport WithDefaults(ImportMode importMode = default)
    {
        var images = Spec.Images.Map(image => image.WithDefaults(importMode));
        var repository = Spec.Repository?.WithDefaults(importMode);
        return images.IsSameAs(Spec.Images) && ReferenceEquals(repository, Spec.Repository)
            ? this
            : this with { Spec = Spec with { Images = images, Repository = repository } };
    }
}
