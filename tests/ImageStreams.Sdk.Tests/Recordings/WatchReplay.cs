using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Recordings;

/// <summary>A watch that runs while other requests change what it watches.</summary>
/// <remarks>Its events wait in the store's history, and are read when the recorded watch ends.</remarks>
internal sealed class WatchReplay : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _end = new();
    private readonly IAsyncEnumerator<JsonObject> _events;
    private Task<bool> _next;

    private WatchReplay(Exchange exchange, Func<CancellationToken, IAsyncEnumerable<JsonObject>> watch)
    {
        Exchange = exchange;
        _events = watch(_end.Token).GetAsyncEnumerator(_end.Token);
        _next = _events.MoveNextAsync().AsTask();
    }

    /// <summary>The exchange that is replayed.</summary>
    public Exchange Exchange { get; }

    /// <summary>Begins to watch streams.</summary>
    public static WatchReplay Start(Exchange exchange, IImageStreamClient client) => new(
        exchange,
        token => client.Streams
            .WatchAsync(exchange.Request.Namespace, exchange.Request.WatchOptions(), token)
            .Select(reported => ToLine(reported, ImageStream.KindName)));

    /// <summary>The events: as many as were recorded, and one more if there is one.</summary>
    /// <exception cref="ApiException">The watch was rejected, or ended by the server.</exception>
    public async Task<IReadOnlyList<JsonNode>> StopAsync(int recorded)
    {
        var reported = new List<JsonNode>();
        while (reported.Count < recorded && await HasNextAsync())
        {
            reported.Add(_events.Current);
            _next = _events.MoveNextAsync().AsTask();
        }

        await _end.CancelAsync();
        if (await HasNextAsync())
        {
            reported.Add(_events.Current);
        }

        return reported;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAny(_next);
        await _events.DisposeAsync();
        _end.Dispose();
    }

    private async Task<bool> HasNextAsync()
    {
        try
        {
            return await _next.WaitAsync(Patience);
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException)
        {
            return false;
        }
    }

    private static JsonObject ToLine(WatchEvent<ImageStream> reported, string kind) => reported switch
    {
        WatchEvent<ImageStream>.Added added => Line("ADDED", added.Object, kind),
        WatchEvent<ImageStream>.Modified modified => Line("MODIFIED", modified.Object, kind),
        WatchEvent<ImageStream>.Deleted deleted => Line("DELETED", deleted.Object, kind),
        _ => throw new NotSupportedException(reported.ToString()),
    };

    private static JsonObject Line(string type, ImageStream stream, string kind) =>
        new() { ["type"] = type, ["object"] = Answer.FromObject(200, kind, stream).Body };
}
