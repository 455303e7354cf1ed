using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Watches streams as a reader sees them.</summary>
internal sealed class StreamWatcher(Engine engine)
{
    private readonly ObjectWatcher<ImageStream> _watcher =
        new(engine.Store.Streams, engine.Versions, engine.Views.GetWithType);

    public IAsyncEnumerable<WatchEvent<ImageStream>> WatchAsync(
        string? ns, WatchOptions options, CancellationToken cancellationToken)
    {
        var selection = new StreamSelection(options.LabelSelector, options.FieldSelector);
        var query = new WatchQuery { Namespace = ns, Name = selection.ExactName };
        return _watcher.WatchAsync(query, options, selection.Matches, cancellationToken);
    }
}
