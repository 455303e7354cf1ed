using System.Runtime.CompilerServices;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Watches streams as a reader sees them.</summary>
/// <remarks>
/// To a watcher with selectors, a stream that begins to match is added, and one that no longer matches is deleted as it last
/// was.
/// </remarks>
internal sealed class StreamWatcher(Engine engine)
{
    public IAsyncEnumerable<WatchEvent<ImageStream>> WatchAsync(
        string? ns, WatchOptions options, CancellationToken cancellationToken)
    {
        var selection = new StreamSelection(options.LabelSelector, options.FieldSelector);
        var query = new WatchQuery
        {
            Namespace = ns,
            Name = selection.ExactName,
            ResourceVersion = options.ResourceVersion is "" or "0" ? null : options.ResourceVersion,
            BookmarkInterval = options.BookmarkInterval,
        };
        return WatchAsync(query, selection, cancellationToken);
    }

    private async IAsyncEnumerable<WatchEvent<ImageStream>> WatchAsync(
        WatchQuery query, StreamSelection selection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changes = engine.Store.Streams.WatchAsync(query, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (changes.ConfigureAwait(false))
        {
            while (await MoveNextAsync(changes).ConfigureAwait(false))
            {
                if (Select(ToView(changes.Current), selection) is { } selected)
                {
                    yield return selected;
                }
            }
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<WatchEvent<ImageStream>> changes)
    {
        try
        {
            return await changes.MoveNextAsync().ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            throw ApiErrors.FromStore(e);
        }
    }

    private WatchEvent<ImageStream> ToView(WatchEvent<ImageStream> change) => change switch
    {
        WatchEvent<ImageStream>.Added added => added with { Object = ToView(added.Object) },
        WatchEvent<ImageStream>.Modified modified => modified with
        {
            Object = ToView(modified.Object),
            Previous = ToView(modified.Previous),
        },
        WatchEvent<ImageStream>.Deleted deleted => deleted with { Object = ToView(deleted.Object) },
        _ => change,
    };

    private ImageStream ToView(ImageStream stream) => engine.ToView(stream).WithTypeMeta();

    /// <summary>Returns the change as a watcher with selectors sees it; null when it sees none.</summary>
    private static WatchEvent<ImageStream>? Select(WatchEvent<ImageStream> change, StreamSelection selection) =>
        change switch
        {
            WatchEvent<ImageStream>.Added added => selection.Matches(added.Object) ? added : null,
            WatchEvent<ImageStream>.Deleted deleted => selection.Matches(deleted.Object) ? deleted : null,
            WatchEvent<ImageStream>.Modified modified => Select(modified, selection),
            _ => change,
        };

    private static WatchEvent<ImageStream>? Select(
        WatchEvent<ImageStream>.Modified change, StreamSelection selection) =>
        (selection.Matches(change.Previous), selection.Matches(change.Object)) switch
        {
            (true, true) => change,
            (false, true) => new WatchEvent<ImageStream>.Added
            {
                ResourceVersion = change.ResourceVersion,
                Object = change.Object,
            },
            (true, false) => new WatchEvent<ImageStream>.Deleted
            {
                ResourceVersion = change.ResourceVersion,
                Object = WithVersion(change.Previous, change.ResourceVersion),
            },
            _ => null,
        };

    private static ImageStream WithVersion(ImageStream stream, string version) =>
        stream with { Metadata = stream.Metadata with { ResourceVersion = version } };
}
