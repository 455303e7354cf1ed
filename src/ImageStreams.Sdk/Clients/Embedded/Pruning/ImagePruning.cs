using System.Runtime.CompilerServices;
using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Removes images that no stream names from a store; one for all clients of the store in this process.</summary>
/// <remarks>
/// An image is unused from the run that finds no stream to name it until it is looked up, as an import does that finds the
/// image instead of storing it. Safe beside clients and runs of other processes: see <see cref="RemovalMark"/>. Safe to share
/// between threads.
/// </remarks>
internal sealed class ImagePruning
{
    private static readonly ConditionalWeakTable<IImageStreamStore, ImagePruning> ByStore = new();

    private readonly IImageStreamStore _store;
    private readonly MarkedImages _marked;
    private readonly ImageUses _uses = new();

    private ImagePruning(IImageStreamStore store)
    {
        _store = store;
        _marked = new MarkedImages(store.Images);
    }

    /// <summary>Gets the one for a store.</summary>
    public static ImagePruning For(IImageStreamStore store) => ByStore.GetValue(store, static key => new ImagePruning(key));

    /// <summary>Marks an image as used, also for runs that have begun. Call it before the image is looked up.</summary>
    public void Touch(string image) => _uses.Touch(image);

    /// <summary>Removes the images that were unused for a time, and finds those that are unused now.</summary>
    /// <param name="unusedFor">The time; zero for all that are unused now.</param>
    /// <param name="timeProvider">The time provider.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The names of the removed images, in the order of the store.</returns>
    public async Task<ValueList<string>> RunAsync(
        TimeSpan unusedFor, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        // Before the streams are listed, so that no image is removed that is looked up after that.
        var touched = _uses.Begin();
        try
        {
            var unused = await FindUnusedAsync(cancellationToken).ConfigureAwait(false);
            var now = timeProvider.GetUtcNow();
            var due = unused.FindAll(image => now - _uses.FindUnusedSince(image.Name, touched, now) >= unusedFor);
            return due.Count == 0 ? default : await RemoveAsync(due, touched, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _uses.End(touched);
        }
    }

    private async Task<List<Image>> FindUnusedAsync(CancellationToken cancellationToken)
    {
        var (images, used) = await ImageCensus.TakeAsync(_store, cancellationToken).ConfigureAwait(false);
        foreach (var image in used)
        {
            Touch(image);
        }

        foreach (var left in images.Where(image => RemovalMark.IsOn(image) && used.Contains(image.Name)))
        {
            await _marked.TryUnmarkAsync(left, cancellationToken).ConfigureAwait(false);
        }

        _uses.ForgetGone(images);
        return [.. images.Where(image => !used.Contains(image.Name))];
    }

    private async Task<ValueList<string>> RemoveAsync(
        List<Image> due, HashSet<string> touched, CancellationToken cancellationToken)
    {
        var removed = new List<string>();
        var marked = await _marked.MarkAsync(due, cancellationToken).ConfigureAwait(false);
        var (_, used) = await ImageCensus.TakeAsync(_store, cancellationToken).ConfigureAwait(false);
        foreach (var image in marked)
        {
            if (used.Contains(image.Name))
            {
                Touch(image.Name);
                await _marked.TryUnmarkAsync(image, cancellationToken).ConfigureAwait(false);
            }
            else if (await TryRemoveAsync(image, touched, cancellationToken).ConfigureAwait(false))
            {
                removed.Add(image.Name);
            }
        }

        return removed.ToValueList();
    }

    /// <summary>Removes an image; false when it has changed, or was looked up meanwhile, and so is put back.</summary>
    private async Task<bool> TryRemoveAsync(Image image, HashSet<string> touched, CancellationToken cancellationToken)
    {
        if (!await _marked.TryDeleteAsync(image, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        if (_uses.TryForget(image.Name, touched))
        {
            return true;
        }

        await _marked.PutBackAsync(image).ConfigureAwait(false);
        return false;
    }
}
