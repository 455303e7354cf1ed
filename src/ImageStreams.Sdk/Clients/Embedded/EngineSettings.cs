using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>The options of an engine, as they were when it was made.</summary>
internal sealed class EngineSettings(EmbeddedImageStreamOptions options)
{
    public string InternalRegistryHostname { get; } = options.InternalRegistryHostname;

    public string ExternalRegistryHostname { get; } = options.ExternalRegistryHostname;

    public AllowedRegistries AllowedRegistries { get; } = options.AllowedRegistries;

    public ImportMode DefaultImportMode { get; } = options.DefaultImportMode;

    public bool ApplyInsecurePerImage { get; } = options.ApplyInsecurePerImage;

    public bool FailInvalidImagesIndividually { get; } = options.FailInvalidImagesIndividually;

    public IAccessReviewer AccessReviewer { get; } = options.AccessReviewer ?? AllowAllReviewer.Instance;

    public IObjectNaming Naming { get; } = options.Naming ?? RandomNaming.Instance;
}
