using ImageStreams.Collections;
using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>One image on its way from a registry into a stream: the request, completed with the result.</summary>
internal sealed record ImageImport
{
    /// <summary>The tag reference that is requested; without a name, the image is recorded under no tag.</summary>
    public required TagReference SpecTag { get; init; }

    /// <summary>Gets a value indicating whether the registry may be contacted without verified TLS.</summary>
    public bool Insecure { get; init; }

    /// <summary>
    /// Gets a value indicating whether a tag without a spec tag gets the requested one even if its import fails.
    /// </summary>
    public bool AddsSpecTagOnFailure { get; init; } = true;

    /// <summary>The platform that the tag prefers.</summary>
    public PlatformPreference Preference { get; init; }

    /// <summary>Gets a value indicating whether the response includes the texts of manifests and configurations.</summary>
    public bool IncludeManifest { get; init; }

    /// <summary>The digest that the tag must have in the registry; null when any will do.</summary>
    public Digest? Required { get; init; }

    /// <summary>The image; null where none was fetched.</summary>
    public Image? Image { get; init; }

    /// <summary>The images of an index that is kept unchanged, one for each platform.</summary>
    public ValueList<Image> Manifests { get; init; }

    /// <summary>The platforms of the index whose images were left out.</summary>
    public ValueList<string> DroppedPlatforms { get; init; }

    /// <summary>The image that the tag already has, which was therefore not fetched.</summary>
    public Digest? Current { get; init; }

    /// <summary>The registry that answered.</summary>
    public ServingRegistry? Source { get; init; }

    /// <summary>The reason why there is nothing to import.</summary>
    public NotImportableReason? Reason { get; init; }

    /// <summary>The error that made the import fail.</summary>
    public ImportError? Error { get; init; }

    /// <summary>The image that was fetched but breaks the rules of the API.</summary>
    public Image? Invalid { get; init; }

    /// <summary>The outcome of a lookup that is complete.</summary>
    public ImportOutcome Outcome => this switch
    {
        { Error: not null } or { Reason: not null } => ImportOutcome.Failed,
        { Current: not null } => ImportOutcome.Unchanged,
        _ => ImportOutcome.Imported,
    };

    /// <summary>Creates the import of a tag of a stream.</summary>
    public static ImageImport FromStream(ImageStream stream, string tag) => stream.Spec.Tags.Find(tag) is { } specTag
        ? new ImageImport
        {
            SpecTag = specTag,
            Insecure = specTag.ImportPolicy.Insecure,
            Preference = PlatformPreference.Read(stream, tag),
        }
        : new ImageImport { SpecTag = new TagReference { Name = tag }, Reason = NotImportableReason.NoSpecTag };

    /// <summary>Records the outcome in a stream.</summary>
    public ImageStream RecordIn(ImageStream stream, ImportRecording recording) => this switch
    {
        { SpecTag.Name.Length: 0 } or { Reason: not null } => stream,
        { Error: { } error } =>
            recording.RecordFailure(stream, SpecTag, error.Reason, error.Message, AddsSpecTagOnFailure),
        { Image: { } image } =>
            recording.RecordSuccess(stream, SpecTag, image.DockerImageReference ?? "", image.Metadata.Name!),
        _ => recording.RecordUnchanged(stream, SpecTag),
    };

    /// <summary>Creates the result of the import.</summary>
    /// <param name="stream">The stream after the import.</param>
    public TagImportResult ToResult(ImageStream stream) => this switch
    {
        { Reason: { } reason } => new TagImportResult.NotImportable { Tag = SpecTag.Name, Stream = stream, Reason = reason },
        { Error: { } error } => new TagImportResult.Failed { Tag = SpecTag.Name, Stream = stream, Error = error },
        { Current: { } current } => new TagImportResult.Unchanged
        {
            Tag = SpecTag.Name,
            Stream = stream,
            Image = current.ToString(),
            Source = Source!,
        },
        _ => new TagImportResult.Imported
        {
            Tag = SpecTag.Name,
            Stream = stream,
            Image = ImageFactory.WithoutManifest(Image!),
            Manifests = Manifests.Select(ImageFactory.WithoutManifest).ToValueList(),
            DroppedPlatforms = DroppedPlatforms,
            Source = Source!,
        },
    };
}
