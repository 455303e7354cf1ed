using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>What all resources of an embedded engine share: the store, the settings, the clock.</summary>
internal sealed class Engine(IImageStreamStore store, EngineSettings settings, TimeProvider timeProvider)
{
    public IImageStreamStore Store { get; } = store;

    public EngineSettings Settings { get; } = settings;

    public TimeProvider TimeProvider { get; } = timeProvider;

    /// <summary>A context in which there are no other streams: enough to read.</summary>
    public StreamContext ReadingContext => new()
    {
        InternalRegistryHostname = Settings.InternalRegistryHostname,
        ExternalRegistryHostname = Settings.ExternalRegistryHostname,
        AllowedRegistries = Settings.AllowedRegistries,
        Now = Timestamp.Now(TimeProvider),
    };

    /// <summary>A stream as it is kept, or null.</summary>
    public ValueTask<ImageStream?> FindStreamAsync(string ns, string name, CancellationToken cancellationToken) =>
        Store.Streams.FindAsync(new ObjectKey(ns, name), cancellationToken);

    /// <summary>A stream as it is kept.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="resource">The resource in whose name the stream is said to be missing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">There is no such stream.</exception>
    public async ValueTask<ImageStream> GetStreamAsync(
        string ns, string name, string resource, CancellationToken cancellationToken) =>
        await FindStreamAsync(ns, name, cancellationToken).ConfigureAwait(false)
        ?? throw ApiErrors.NotFound(resource, name);

    /// <summary>A stream as a reader sees it.</summary>
    public ImageStream ToView(ImageStream stream) => StreamLifecycle.Decorate(stream, ReadingContext);

    /// <summary>An image as it is kept, or null.</summary>
    public ValueTask<Image?> FindImageAsync(string name, CancellationToken cancellationToken) =>
        Store.Images.FindAsync(new ObjectKey("", name), cancellationToken);

    /// <summary>The image that a tag of a stream points to, as it is shown, or null.</summary>
    public async ValueTask<Image?> FindTagImageAsync(ImageStream stream, string tag, CancellationToken cancellationToken) =>
        StreamTagView.FindLatestImage(stream, tag) is { } newest
        && await FindImageAsync(newest.Image, cancellationToken).ConfigureAwait(false) is { } image
            ? ImageView.Create(image, TimeProvider)
            : null;

    /// <summary>The context of a change: the other streams that it may look up are read before.</summary>
    public async Task<StreamContext> CreateContextAsync(
        ImageStream stream, ImageStream? old, CancellationToken cancellationToken)
    {
        var found = new Dictionary<ImageStreamName, StreamLookupResult>();
        var decisions = new Dictionary<ImageStreamName, AccessDecision>();
        foreach (var other in StreamLifecycle.GetReferencedStreams(stream, old))
        {
            found[other] = await FindStreamAsync(other.Namespace, other.Name, cancellationToken).ConfigureAwait(false)
                is { } there ? new StreamLookupResult.Found { Stream = there } : new StreamLookupResult.NotFound();
            decisions[other] = await Settings.AccessReviewer.ReviewAsync(other, cancellationToken).ConfigureAwait(false);
        }

        return ReadingContext with
        {
            FindStream = name => found.GetValueOrDefault(name) ?? new StreamLookupResult.NotFound(),
            ReviewAccess = name => decisions.GetValueOrDefault(name) ?? AccessDecision.Deny(""),
        };
    }

    /// <summary>Tries again while others write in between.</summary>
    /// <remarks>
    /// Each lost race is a write that somebody else has made, so all get through; the number is a bound for stores that
    /// always lose.
    /// </remarks>
    public static async Task<T> RetryAsync<T>(Func<Task<T>> attempt)
    {
        const int MaxTries = 1000;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await attempt().ConfigureAwait(false);
            }
            catch (ApiException e) when (StoreApiErrors.IsConflict(e) && tries < MaxTries)
            {
                // Somebody else was faster: read what they wrote.
            }
        }
    }
}
