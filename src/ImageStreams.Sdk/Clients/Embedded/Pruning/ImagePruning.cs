using System.Runtime.CompilerServices;
using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Removes images that no stream names from a store; one for all clients of the store in this process.</summary>
/// <remarks>
/// An image is unused from the run that finds no stream to name it until it is looked up, as an import does that finds the
/// image instead of storing it. Safe to share between threads.
/// </remarks>
internal sealed class ImagePruning
{
    private static readonly ConditionalWeakTable<IImageStreamStore, ImagePruning> ByStore = new();

    private readonly IImageStreamStore _store;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _unusedSince = new(StringComparer.Ordinal);
    private readonly List<HashSet<string>> _runs = [];

    private ImagePruning(IImageStreamStore store) => _store = store;

    /// <summary>Gets the one for a store.</summary>
    public static ImagePruning For(IImageStreamStore store) => ByStore.GetValue(store, static key => new ImagePruning(key));

    /// <summary>Marks an image as used, also for runs that have begun. Call it before the image is looked up.</summary>
    public void Touch(string image)
    {
        lock (_lock)
        {
            _unusedSince.Remove(image);
            _runs.ForEach(touched => touched.Add(image));
        }
    }

    /// <summary>Removes the images that were unused for a time, and finds those that are unused now.</summary>
    /// <param name="unusedFor">The time; zero for all that are unused now.</param>
    /// <param name="timeProvider">The time provider.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The names of the removed images, in the order of the store.</returns>
    public async Task<ValueList<string>> RunAsync(
        TimeSpan unusedFor, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var touched = Begin();
        try
        {
            var unused = await FindUnusedAsync(cancellationToken).ConfigureAwait(false);
            return await RemoveAsync(unused, touched, unusedFor, timeProvider.GetUtcNow(), cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            End(touched);
        }
    }

    /// <summary>Begins a run: before it lists streams, so that no image is removed that is looked up after they are listed.</summary>
    private HashSet<string> Begin()
    {
        lock (_lock)
        {
            var touched = new HashSet<string>(StringComparer.Ordinal);
            _runs.Add(touched);
            return touched;
        }
    }

    private void End(HashSet<string> touched)
    {
        lock (_lock)
        {
            _runs.Remove(touched);
        }
    }

    private async Task<List<Image>> FindUnusedAsync(CancellationToken cancellationToken)
    {
        var images = (await _store.Images.ListAsync(ListQuery.All, cancellationToken).ConfigureAwait(false)).Items;
        var used = await UsedImages.FindAsync(_store, images, cancellationToken).ConfigureAwait(false);
        foreach (var image in used)
        {
            Touch(image);
        }

        ForgetGone(images);
        return [.. images.Where(image => !used.Contains(image.Name))];
    }

    private void ForgetGone(ValueList<Image> images)
    {
        var existing = images.Select(static image => image.Name).ToHashSet(StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var image in _unusedSince.Keys.Where(image => !existing.Contains(image)).ToList())
            {
                _unusedSince.Remove(image);
            }
        }
    }

    private async Task<ValueList<string>> RemoveAsync(
        List<Image> unused, HashSet<string> touched, TimeSpan unusedFor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var removed = new List<string>();
        foreach (var image in unused)
        {
            if (now - FindUnusedSince(image.Name, touched, now) >= unusedFor
                && await TryRemoveAsync(image, touched, cancellationToken).ConfigureAwait(false))
            {
                removed.Add(image.Name);
            }
        }

        return removed.ToValueList();
    }

    /// <summary>Finds the time since which an image is unused; null when it was looked up during the run.</summary>
    private DateTimeOffset? FindUnusedSince(string image, HashSet<string> touched, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (touched.Contains(image))
            {
                return null;
            }

            _unusedSince.TryAdd(image, now);
            return _unusedSince[image];
        }
    }

    /// <summary>Removes an image; false when it has changed, or was looked up meanwhile, and so is put back.</summary>
    private async Task<bool> TryRemoveAsync(Image image, HashSet<string> touched, CancellationToken cancellationToken)
    {
        try
        {
            var asListed = new DeletePreconditions { ResourceVersion = image.Metadata.ResourceVersion };
            await _store.Images.DeleteAsync(ObjectKey.FromObject(image), asListed, cancellationToken).ConfigureAwait(false);
            if (TryForget(image.Name, touched))
            {
                return true;
            }

            await _store.Images.CreateAsync(image, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreException e) when (
            e.Reason is StoreFailure.NotFound or StoreFailure.Conflict or StoreFailure.AlreadyExists)
        {
            // Somebody else has removed, changed or added it.
        }

        return false;
    }

    /// <summary>Forgets a removed image, unless it was looked up during the run.</summary>
    private bool TryForget(string image, HashSet<string> touched)
    {
        lock (_lock)
        {
            _unusedSince.Remove(image);
            return !touched.Contains(image);
        }
    }
}
