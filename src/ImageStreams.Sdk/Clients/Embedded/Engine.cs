using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>The store, the settings and the clock that all resources of an embedded client share.</summary>
internal sealed class Engine(IImageStreamStore store, EngineSettings settings, TimeProvider timeProvider)
{
    public IImageStreamStore Store { get; } = store;

    public EngineSettings Settings { get; } = settings;

    public Admission Admission { get; } = new(settings.Ports);

    public TimeProvider TimeProvider { get; } = timeProvider;

    public VersionWait Versions { get; } = new(settings.VersionWait, timeProvider);

    /// <summary>The images as readers see them.</summary>
    public TypedObjects<Image> TypedImages { get; } = new(static image => image.WithTypeMeta());

    /// <summary>The streams as readers see them.</summary>
    public StreamViews Views { get; } =
        new(stream => StreamLifecycle.Decorate(stream, CreateContext(settings, timeProvider)));

    /// <summary>Finds a stream as it is stored.</summary>
    /// <exception cref="ApiException">No stream can have the name.</exception>
    public ValueTask<ImageStream?> FindStreamAsync(string ns, string name, CancellationToken cancellationToken)
    {
        NameParameter.Require(name);
        return StoreAnswers.MapAsync(Store.Streams.FindAsync(new ObjectKey(ns, name), cancellationToken));
    }

    /// <summary>Gets a stream as it is stored.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="resource">The resource that the error names when the stream is missing.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ApiException">There is no such stream, or no stream can have the name.</exception>
    public async ValueTask<ImageStream> GetStreamAsync(
        string ns, string name, string resource, CancellationToken cancellationToken) =>
        await FindStreamAsync(ns, name, cancellationToken).ConfigureAwait(false)
        ?? throw ApiErrors.NotFound(resource, name);

    /// <summary>Finds an image as it is stored.</summary>
    public ValueTask<Image?> FindImageAsync(string name, CancellationToken cancellationToken) =>
        StoreAnswers.MapAsync(Store.Images.FindAsync(new ObjectKey("", name), cancellationToken));

    /// <summary>Finds the image that a tag of a stream points to, as a reader sees it.</summary>
    public async ValueTask<Image?> FindTagImageAsync(ImageStream stream, string tag, CancellationToken cancellationToken) =>
        StreamTagView.FindLatestImage(stream, tag) is { } latest
        && await FindImageAsync(latest.Image, cancellationToken).ConfigureAwait(false) is { } image
            ? ImageView.Create(image, TimeProvider)
            : null;

    /// <summary>Returns a stream as a reader sees it.</summary>
    public ImageStream ToView(ImageStream stream) => Views.Get(stream);

    /// <summary>
    /// Creates the context of a change: the streams that it refers to are read in advance, and access to them is reviewed.
    /// </summary>
    /// <param name="stream">The stream as it is to be, in normal form.</param>
    /// <param name="old">The stream as it is, in normal form; null when it is created.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task<StreamContext> CreateContextAsync(
        ImageStream stream, ImageStream? old, CancellationToken cancellationToken)
    {
        var streams = new Dictionary<ImageStreamName, StreamLookupResult>();
        var decisions = new Dictionary<ImageStreamName, AccessDecision>();
        foreach (var name in StreamLifecycle.GetReferencedStreams(stream, old))
        {
            streams[name] = await LookUpStreamAsync(name, cancellationToken).ConfigureAwait(false);
            decisions[name] = await Admission.ReviewLayersAsync(name, cancellationToken).ConfigureAwait(false);
        }

        return CreateContext(Settings, TimeProvider) with
        {
            FindStream = name => streams.GetValueOrDefault(name) ?? new StreamLookupResult.NotFound(),
            ReviewAccess = name => decisions.GetValueOrDefault(name) ?? AccessDecision.Deny(""),
        };
    }

    private async ValueTask<StreamLookupResult> LookUpStreamAsync(ImageStreamName name, CancellationToken cancellationToken)
    {
        if (NameParameter.FindProblem(name.Name) is { } problem)
        {
            return new StreamLookupResult.Failed { Message = problem };
        }

        return await FindStreamAsync(name.Namespace, name.Name, cancellationToken).ConfigureAwait(false) is { } stream
            ? new StreamLookupResult.Found { Stream = stream }
            : new StreamLookupResult.NotFound();
    }

    private static StreamContext CreateContext(EngineSettings settings, TimeProvider timeProvider) => new()
    {
        InternalRegistryHostname = settings.InternalRegistryHostname,
        ExternalRegistryHostname = settings.ExternalRegistryHostname,
        AllowedRegistries = settings.AllowedRegistries,
        Now = Timestamp.Now(timeProvider),
    };
}
