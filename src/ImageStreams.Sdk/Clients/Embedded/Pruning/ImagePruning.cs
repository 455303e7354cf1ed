using System.Collections.Concurrent;
using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Removes images that no stream names from a store.</summary>
/// <remarks>
/// An image is unused from the run that finds no stream to name it until it is looked up, as an import does that finds the
/// image instead of storing it. Safe to share between threads.
/// </remarks>
internal sealed class ImagePruning(IImageStreamStore store, TimeProvider timeProvider)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _unusedSince = new(StringComparer.Ordinal);

    /// <summary>Marks an image as used. Call it before the image is looked up.</summary>
    public void Touch(string image) => _unusedSince.TryRemove(image, out _);

    /// <summary>Removes the images that were unused for a time, and finds those that are unused now.</summary>
    /// <param name="unusedFor">The time; zero for all that are unused now.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The names of the removed images, in the order of the store.</returns>
    public async Task<ValueList<string>> RunAsync(TimeSpan unusedFor, CancellationToken cancellationToken)
    {
        var images = (await store.Images.ListAsync(ListQuery.All, cancellationToken).ConfigureAwait(false)).Items;
        var used = await UsedImages.FindAsync(store, images, cancellationToken).ConfigureAwait(false);
        ForgetUsed(used, images);
        var (now, removed) = (timeProvider.GetUtcNow(), new List<string>());
        foreach (var image in images.Where(image => !used.Contains(image.Name)))
        {
            var since = _unusedSince.GetOrAdd(image.Name, now);
            if (now - since >= unusedFor && await TryRemoveAsync(image, since, cancellationToken).ConfigureAwait(false))
            {
                removed.Add(image.Name);
            }
        }

        return removed.ToValueList();
    }

    /// <summary>Forgets the images that are used again, or gone.</summary>
    private void ForgetUsed(HashSet<string> used, ValueList<Image> images)
    {
        var existing = images.Select(static image => image.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var image in _unusedSince.Keys.Where(image => used.Contains(image) || !existing.Contains(image)))
        {
            Touch(image);
        }
    }

    /// <summary>Removes an image; false when it has changed, or was looked up meanwhile, and so is put back.</summary>
    private async Task<bool> TryRemoveAsync(Image image, DateTimeOffset since, CancellationToken cancellationToken)
    {
        try
        {
            var asListed = new DeletePreconditions { ResourceVersion = image.Metadata.ResourceVersion };
            await store.Images.DeleteAsync(ObjectKey.FromObject(image), asListed, cancellationToken).ConfigureAwait(false);
            if (_unusedSince.TryRemove(KeyValuePair.Create(image.Name, since)))
            {
                return true;
            }

            await store.Images.CreateAsync(image, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreException e) when (
            e.Reason is StoreFailure.NotFound or StoreFailure.Conflict or StoreFailure.AlreadyExists)
        {
            // Somebody else has removed, changed or added it.
        }

        return false;
    }
}
