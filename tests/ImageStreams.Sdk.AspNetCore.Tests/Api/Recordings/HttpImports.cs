using System.Text.Json.Nodes;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Runs the imports of a replay when the recorded controller ran them.</summary>
/// <remarks>
/// The recorded controller needs some 30 ms after a write. The recorded clients waited for it where they needed its work, and otherwise
/// sent the next request at once; so it runs where a client paused, and where a client that did not pause was shown its work.
/// </remarks>
internal sealed class HttpImports
{
    /// <summary>The interval of the recorded controller was 20 seconds, from a time that is not known: rounds that find nothing write nothing.</summary>
    private static readonly ImportScheduleOptions EverySecond = new() { Interval = TimeSpan.FromSeconds(1), Jitter = 0 };

    private readonly ReplayedCluster _cluster;
    private readonly IReadOnlyCollection<string> _namespaces;
    private readonly Identities _identities;
    private readonly Queue<TagMove> _moves;
    private readonly ReplayedRegistry _registry;
    private readonly ImportController? _schedule;

    /// <param name="exchanges">The exchanges of the recording.</param>
    /// <param name="namespaces">The namespaces in which there may be something to import.</param>
    /// <param name="cluster">The cluster of the replay.</param>
    /// <param name="registry">Its registries.</param>
    /// <param name="identities">The identities that correspond.</param>
    public HttpImports(
        IReadOnlyList<HttpExchange> exchanges,
        IReadOnlyCollection<string> namespaces,
        ReplayedCluster cluster,
        ReplayedRegistry registry,
        Identities identities)
    {
        (_namespaces, _cluster, _registry, _identities) = (namespaces, cluster, registry, identities);
        _moves = new Queue<TagMove>(registry is RecordedRegistry ? TagMove.In(exchanges.Select(one => one.Exchange)) : []);
        _schedule = _moves.Count == 0 ? null : new ImportController(cluster.Client, new ImportSchedule(EverySecond), cluster.Clock);
    }

    /// <summary>Imports what is pending, after a pause.</summary>
    public Task RunAsync() => _cluster.ImportPendingAsync(_namespaces);

    /// <summary>Imports what was imported before a request, as its response shows.</summary>
    public async Task RunBeforeAsync(HttpExchange recorded)
    {
        if (ShowsNews(recorded))
        {
            await RunAsync();
        }

        while (_moves.TryPeek(out var move) && move.At <= recorded.Exchange.Start)
        {
            ((RecordedRegistry)_registry).Move(move.Tag, move.Digest);
            _moves.Dequeue();
        }

        await (_schedule is null ? Task.CompletedTask : RunScheduleAsync(_schedule));
    }

    /// <summary>Tests whether a stream is shown with a version that no request made.</summary>
    private bool ShowsNews(HttpExchange recorded) =>
        recorded is { Method: "GET", Exchange.Request: { Resource: "imagestreams", Name: not null, Subresource: "" } }
        && recorded.Exchange.Body is JsonObject stream
        && RecordedObjects.GetVersion(stream) > 0
        && !_identities.Knows((string)stream["metadata"]![Identities.Version]!);

    private async Task RunScheduleAsync(ImportController schedule)
    {
        foreach (var stream in await _cluster.ListAsync(_namespaces))
        {
            schedule.Observe(stream);
        }

        await schedule.RunDueAsync();
    }
}
