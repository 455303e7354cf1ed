using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>A watch over HTTP that runs while other requests change what it watches; its lines are collected as they come.</summary>
internal sealed class HttpWatch : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(20);

    private readonly HttpResponseMessage _response;
    private readonly IReadOnlySet<string> _namespaces;
    private readonly CancellationTokenSource _end = new();
    private readonly List<JsonNode> _lines = [];
    private readonly Task _reading;
    private bool _isBehind;

    private HttpWatch(HttpExchange exchange, HttpResponseMessage response, IReadOnlySet<string> namespaces)
    {
        Exchange = exchange;
        _response = response;
        _namespaces = namespaces;
        _reading = ReadAsync();
    }

    /// <summary>The exchange that is replayed.</summary>
    public HttpExchange Exchange { get; }

    /// <summary>The recorded lines that are compared: all but those of other clients, in namespaces of their own, and bookmarks, which
    /// come as real time passes, save the end of the first events.</summary>
    public IReadOnlyList<JsonNode> Recorded => [.. Exchange.Lines!.Select(line => line.Line).Where(IsCompared)];

    /// <summary>Begins to read the lines.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="response">The response, of which only the head was read.</param>
    /// <param name="namespaces">The namespaces of the replay.</param>
    public static HttpWatch Start(HttpExchange exchange, HttpResponseMessage response, IReadOnlySet<string> namespaces) =>
        new(exchange, response, namespaces);

    /// <summary>Waits until the lines have come that the recorded client had read at a time.</summary>
    /// <param name="now">The time.</param>
    /// <param name="isBefore">True while the clock does not show it: errors that only time brings are not waited for.</param>
    public async Task CatchUpAsync(DateTimeOffset now, bool isBefore = false)
    {
        var due = Exchange.Lines!.Count(line => line.At <= now && IsCompared(line.Line) && !(isBefore && IsError(line.Line)));
        if (!_isBehind)
        {
            _isBehind = !await WaitForAsync(due, Patience);
        }
    }

    /// <summary>The lines: as many as were recorded, and those that come a moment later.</summary>
    public async Task<IReadOnlyList<JsonNode>> StopAsync()
    {
        await CatchUpAsync(DateTimeOffset.MaxValue);
        await WaitForAsync(Recorded.Count + 1, Grace);
        await _end.CancelAsync();
        return Snapshot();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAny(_reading);
        _response.Dispose();
        _end.Dispose();
    }

    private static bool IsError(JsonNode line) => (string?)line["type"] == "ERROR";

    private bool IsCompared(JsonNode line) => (string?)line["type"] == "BOOKMARK"
        ? line.ToJsonString().Contains("k8s.io/initial-events-end", StringComparison.Ordinal)
        : (string?)line["object"]?["metadata"]?["namespace"] is not { } ns || _namespaces.Contains(ns);

    private List<JsonNode> Snapshot()
    {
        lock (_lines)
        {
            return [.. _lines];
        }
    }

    private async Task<bool> WaitForAsync(int count, TimeSpan patience)
    {
        var waited = Stopwatch.StartNew();
        while (Snapshot().Count < count && !_reading.IsCompleted && waited.Elapsed < patience)
        {
            await Task.WhenAny(_reading, Task.Delay(1));
        }

        return Snapshot().Count >= count;
    }

    private async Task ReadAsync()
    {
        try
        {
            using var reader = new StreamReader(await _response.Content.ReadAsStreamAsync(_end.Token), Encoding.UTF8);
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                Add(JsonNode.Parse(line)!);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The watch ends with the replay of its request.
        }
    }

    private void Add(JsonNode line)
    {
        lock (_lines)
        {
            if (IsCompared(line))
            {
                _lines.Add(line);
            }
        }
    }
}
