using ImageStreams.Registries;

namespace ImageStreams.Manifests;

/// <summary>Looks up the images of tags in their streams and registries, for an <see cref="ImageLock"/>.</summary>
/// <remarks>
/// <para>A tag is followed along the streams of the request, hop by hop, to a pull spec; then the registry is asked for the digest
/// of its index, the manifest of each platform, and the labels of each. Requests run side by side up to a limit, and each is sent
/// once, whichever tags need its answer. A problem of one tag leaves the others alone.</para>
/// <para>Safe for concurrent use.</para>
/// </remarks>
public sealed class ImageLocker
{
    private readonly IRegistryClient _registry;
    private readonly LockerSettings _settings;

    /// <summary>Creates a locker.</summary>
    /// <param name="registry">The client that asks registries; the caller disposes of it.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="registry"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="ImageLockerOptions.MaxConcurrency"/> is below 1.</exception>
    public ImageLocker(IRegistryClient registry, ImageLockerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _registry = registry;
        _settings = LockerSettings.From(options ?? new ImageLockerOptions());
    }

    /// <summary>Looks up tags.</summary>
    /// <param name="request">The tags and their streams; a tag that is named twice is looked up once.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The images, and the tags that have none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task<ImageLookup> LookUpAsync(ImageLockRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var requests = new SharedRequests(_registry, _settings.MaxConcurrency, cancellationToken);
        var fetcher = new LockedImageFetcher(requests, _settings, request);
        var finder = new LockTargetFinder(request);
        var targets = request.Tags.Distinct(StringComparer.Ordinal).Select(finder.Find).ToList();
        var answers = await Task.WhenAll(targets.Select(fetcher.FetchAsync)).ConfigureAwait(false);
        return new ImageLookup
        {
            Images = [.. answers.Select(answer => answer.Image).OfType<LockedImage>()],
            Problems = [.. answers.Select(answer => answer.Problem).OfType<ImageLockProblem>()],
            GoneDigests = [.. answers.Select(answer => answer.GoneDigest).OfType<ImageLockProblem>()],
            UnsignedTags = [.. answers.Where(answer => answer.IsUnsigned).Select(answer => answer.Image!.Tag)],
        };
    }
}
