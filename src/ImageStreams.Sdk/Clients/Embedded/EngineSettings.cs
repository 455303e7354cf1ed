using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>The options of an engine, as they were when it was made.</summary>
internal sealed class EngineSettings(EmbeddedImageStreamOptions options)
{
    public string InternalRegistryHostname { get; } = options.InternalRegistryHostname;

    public string ExternalRegistryHostname { get; } = options.ExternalRegistryHostname;

    public AllowedRegistries AllowedRegistries { get; } = options.CreateAllowedRegistries();

    public ImportMode DefaultImportMode { get; } = new(options.ImageStreamImportMode);

    public bool ApplyInsecurePerImage { get; } = options.ApplyInsecurePerImage;

    public bool FailInvalidImagesIndividually { get; } = options.FailInvalidImagesIndividually;

    public IAccessReviewer AccessReviewer { get; } = options.GetAccessReviewer?.Invoke() ?? AllowAllReviewer.Instance;

    public IObjectNaming Naming { get; } = options.GetNaming?.Invoke() ?? RandomNaming.Instance;

    /// <summary>A stream in which every tag says what a server fills in.</summary>
    public ImageStream WithDefaults(ImageStream stream) =>
        stream with { Spec = stream.Spec with { Tags = stream.Spec.Tags.Select(WithDefaults).ToKeyedList() } };

    /// <summary>A tag's wish with what a server fills in.</summary>
    public TagReference WithDefaults(TagReference specTag) => specTag with
    {
        ImportPolicy = WithDefaults(specTag.ImportPolicy),
        ReferencePolicy = WithDefaults(specTag.ReferencePolicy),
    };

    /// <summary>A policy with the pull spec that it is to give.</summary>
    public static TagReferencePolicy WithDefaults(TagReferencePolicy policy) =>
        policy.Type == default ? policy with { Type = ReferencePolicyType.Source } : policy;

    /// <summary>A policy with the import mode that it is to have.</summary>
    public TagImportPolicy WithDefaults(TagImportPolicy policy) =>
        policy.ImportMode == default ? policy with { ImportMode = DefaultImportMode } : policy;

    /// <summary>An import with what a server fills in, and without an outcome.</summary>
    public ImageStreamImport WithDefaults(ImageStreamImport import) => import with
    {
        Spec = import.Spec with
        {
            Images = import.Spec.Images.Select(WithDefaults).ToValueList(),
            Repository = import.Spec.Repository is { } repository ? WithDefaults(repository) : null,
        },
        Status = ImageStreamImportStatus.Default,
    };

    private RepositoryImportSpec WithDefaults(RepositoryImportSpec spec) => spec with
    {
        ImportPolicy = WithDefaults(spec.ImportPolicy),
        ReferencePolicy = WithDefaults(spec.ReferencePolicy),
    };

    private ImageImportSpec WithDefaults(ImageImportSpec spec) => spec with
    {
        To = spec.To ?? FindTagName(spec.From),
        ImportPolicy = WithDefaults(spec.ImportPolicy),
        ReferencePolicy = WithDefaults(spec.ReferencePolicy),
    };

    /// <summary>The tag that an image has in its registry is the one it gets, if it says one.</summary>
    private static LocalObjectReference? FindTagName(ObjectReference from) =>
        ImageReference.TryParse(from.Name, out var reference) && reference.Tag.Length > 0
            ? new LocalObjectReference { Name = reference.Tag }
            : null;
}
