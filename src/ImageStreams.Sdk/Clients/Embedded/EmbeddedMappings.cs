using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Implements <c>imagestreammappings</c> on a store.</summary>
internal sealed class EmbeddedMappings(Engine engine, StreamWriter writer) : IImageStreamMappingsResource
{
    /// <summary>The annotation of images that were pushed to the internal registry.</summary>
    private const string Managed = "openshift.io/image.managed";

    private readonly ImageWriter _images = new(engine);

    public async Task CreateAsync(ImageStreamMapping mapping, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mapping);

        var (ns, name) = (mapping.Namespace, mapping.Name);
        await engine.Admission
            .RequireNamespaceAsync(ns, ResourceNames.Mappings, name, isDryRun: false, cancellationToken)
            .ConfigureAwait(false);
        var image = WithDefaults(mapping.Image, ns, name);
        RequireValid(mapping with { Image = image }, name);
        var stream = await engine.GetStreamAsync(ns, name, ResourceNames.Mappings, cancellationToken).ConfigureAwait(false);
        await engine.Admission.RequirePermittedAsync(stream, stream, image, cancellationToken).ConfigureAwait(false);
        var toStore = _images.Create(image);
        var added = await _images.EnsureAsync(toStore, cancellationToken).ConfigureAwait(false);
        var pushed = new TagEvent
        {
            Created = Timestamp.Now(engine.TimeProvider),
            DockerImageReference = added is null && IsManaged(image) ? GetInternalPullSpec(image, ns, name) : image.DockerImageReference ?? "",
            Image = image.Name,
        };
        await ConflictRetry.RunAsync(() => PushAsync(ns, name, mapping.Tag, pushed, cancellationToken)).ConfigureAwait(false);
        await _images.EnsureAsync(toStore, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Adds the event to the tag's history, and moves the tags that follow the tag.</summary>
    private async Task<ImageStream> PushAsync(
        string ns, string name, string tag, TagEvent pushed, CancellationToken cancellationToken)
    {
        var stream = await engine
            .GetStreamAsync(ns, name, ResourceNames.Mappings, cancellationToken)
            .ConfigureAwait(false);
        var next = TagHistory.Add(stream, tag, pushed with { Generation = stream.Metadata.Generation });
        return ReferenceEquals(next, stream)
            ? stream
            : await writer
                .UpdateAsync(
                    TrackingTags.MoveFollowers(next, tag),
                    stream,
                    StreamWrite.ByServer(StreamWriteKind.Push, dryRun: false),
                    cancellationToken)
                .ConfigureAwait(false);
    }

    private static void RequireValid(ImageStreamMapping mapping, string name)
    {
        var errors = ImageStreamValidator.Validate(mapping);
        if (!errors.IsEmpty)
        {
            throw ApiErrors.Invalid(ImageStreamMapping.KindName, name, errors);
        }
    }

    /// <summary>Returns the image without signatures, and in the internal registry where it has no pull spec.</summary>
    private Image WithDefaults(Image image, string ns, string name) =>
        string.IsNullOrEmpty(image.DockerImageReference) && engine.Settings.InternalRegistryHostname.Length > 0
            ? image with { DockerImageReference = GetInternalPullSpec(image, ns, name), Signatures = default }
            : image with { Signatures = default };

    /// <summary>Gets the pull spec of an image that was pushed to a stream.</summary>
    private string GetInternalPullSpec(Image image, string ns, string name) => ImageReference
        .FromParts(engine.Settings.InternalRegistryHostname, ns, name, id: image.Name)
        .ToExactString();

    private static bool IsManaged(Image image) =>
        image.Metadata.Annotations.TryGetValue(Managed, out var managed) && managed == "true";
}
