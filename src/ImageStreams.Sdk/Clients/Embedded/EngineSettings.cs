using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>The options of an engine, as they were when it was made.</summary>
internal sealed class EngineSettings(EmbeddedImageStreamOptions options)
{
    public string InternalRegistryHost { get; } = options.InternalRegistryHost;

    public string ExternalRegistryHost { get; } = options.ExternalRegistryHost;

    public AllowedRegistries AllowedRegistries { get; } = options.AllowedRegistries;

    public ImportMode DefaultImportMode { get; } = options.DefaultImportMode;

    public bool TrustEachImageAlone { get; } = options.TrustEachImageAlone;

    public bool FailRefusedImagesAlone { get; } = options.FailRefusedImagesAlone;

    public IAccessReviewer AccessReviewer { get; } = options.AccessReviewer ?? AllowingReviewer.Instance;

    public IObjectNaming Naming { get; } = options.Naming ?? RandomNaming.Instance;

    /// <summary>A stream in which every tag says what a server fills in.</summary>
    public ImageStream Complete(ImageStream stream) =>
        stream with { Spec = stream.Spec with { Tags = stream.Spec.Tags.Select(Complete).ToKeyedList() } };

    /// <summary>A tag's wish with what a server fills in.</summary>
    public TagReference Complete(TagReference wish) => wish with
    {
        ImportPolicy = Complete(wish.ImportPolicy),
        ReferencePolicy = Complete(wish.ReferencePolicy),
    };

    /// <summary>A policy with the pull spec that it is to give.</summary>
    public static TagReferencePolicy Complete(TagReferencePolicy policy) =>
        policy.Type == default ? policy with { Type = ReferencePolicyType.Source } : policy;

    /// <summary>A policy with the import mode that it is to have.</summary>
    public TagImportPolicy Complete(TagImportPolicy policy) =>
        policy.ImportMode == default ? policy with { ImportMode = DefaultImportMode } : policy;

    /// <summary>An import with what a server fills in, and without an outcome.</summary>
    public ImageStreamImport Complete(ImageStreamImport import) => import with
    {
        Spec = import.Spec with
        {
            Images = import.Spec.Images.Select(Complete).ToValueList(),
            Repository = import.Spec.Repository is { } repository ? Complete(repository) : null,
        },
        Status = ImageStreamImportStatus.Default,
    };

    private RepositoryImportSpec Complete(RepositoryImportSpec spec) => spec with
    {
        ImportPolicy = Complete(spec.ImportPolicy),
        ReferencePolicy = Complete(spec.ReferencePolicy),
    };

    private ImageImportSpec Complete(ImageImportSpec spec) => spec with
    {
        To = spec.To ?? TagOf(spec.From),
        ImportPolicy = Complete(spec.ImportPolicy),
        ReferencePolicy = Complete(spec.ReferencePolicy),
    };

    /// <summary>The tag that an image has in its registry is the one it gets, if it says one.</summary>
    private static LocalObjectReference? TagOf(ObjectReference from) =>
        ImageReference.TryParse(from.Name, out var reference) && reference.Tag.Length > 0
            ? new LocalObjectReference { Name = reference.Tag }
            : null;
}
