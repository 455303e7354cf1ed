using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Recordings;

/// <summary>Sends the requests of a recording to the engine, one after the other, and compares the answers.</summary>
/// <remarks>
/// The recorded cluster's import controller needs some 30 ms after a write. The recorded clients waited for it where
/// they needed its work, for 100 ms or more, and otherwise sent the next request within 45 ms. So the controller
/// runs here wherever the recorded client paused.
/// </remarks>
internal sealed class Replay : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(60);

    private readonly string _scenario;
    private readonly IReadOnlyList<Exchange> _exchanges;
    private readonly IReadOnlyList<string> _namespaces;
    private readonly ReplayedCluster _cluster;
    private readonly IImageStreamClient _client;
    private readonly Router _router;
    private readonly Identities _identities = new();
    private readonly List<WatchReplay> _watches = [];
    private readonly List<(Exchange, string)> _leftOut = [];
    private readonly List<Exchange> _settled = [];
    private readonly List<Exchange> _better = [];
    private readonly List<(Exchange, IReadOnlyList<string>)> _different = [];

    private Replay(string scenario, IReadOnlyList<Exchange> exchanges, ReplayedCluster cluster, IImageStreamClient client)
    {
        ComparesOwners = exchanges.Any(exchange => exchange.Request.Path.Contains("/namespaces/patch-", StringComparison.Ordinal));
        _scenario = scenario;
        _exchanges = exchanges;
        _namespaces = [.. exchanges.Select(exchange => exchange.Request.Namespace).OfType<string>().Distinct()];
        _cluster = cluster;
        _client = client;
        _router = new Router(client);
    }

    /// <summary>Gets a value indicating whether the owners of fields are compared: only recordings of patches tell the writers of
    /// all fields.</summary>
    private bool ComparesOwners { get; }

    /// <summary>Replays a scenario against an engine of its own.</summary>
    /// <param name="scenario">The name of the recording.</param>
    /// <param name="exchanges">The exchanges, in the order of their requests.</param>
    /// <param name="registry">The registries of the recording.</param>
    /// <param name="store">The store of the engine; null for one in memory.</param>
    /// <param name="connect">Creates the client that sends the requests; null for the engine itself.</param>
    public static async Task<ReplayReport> RunAsync(
        string scenario,
        IReadOnlyList<Exchange> exchanges,
        ReplayedRegistry registry,
        IImageStreamStore? store = null,
        Func<ReplayedCluster, Task<IImageStreamClient>>? connect = null)
    {
        var cluster = new ReplayedCluster(exchanges[0].Start, registry, store);
        var client = connect is null ? cluster.Client : await connect(cluster);
        await using var replay = new Replay(scenario, exchanges, cluster, client);
        await new Surroundings(exchanges).AddToAsync(replay._cluster.Store, replay._identities);
        await replay.RunAsync();
        return replay.Report();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var watch in _watches)
        {
            await watch.DisposeAsync();
        }
    }

    private async Task RunAsync()
    {
        var idleSince = _exchanges[0].Start;
        foreach (var exchange in _exchanges)
        {
            if (exchange.Start - idleSince > Pause)
            {
                _cluster.SetTime(idleSince, whenImported: idleSince);
                await _cluster.ImportPendingAsync(_namespaces);
            }

            _cluster.SetTime(exchange.Start, whenImported: exchange.End);
            await StopWatchesAsync(exchange.Start);
            await AskAsync(exchange);
            idleSince = exchange.Events is null ? exchange.End : exchange.Start;
        }

        await StopWatchesAsync(DateTimeOffset.MaxValue);
    }

    private async Task AskAsync(Exchange exchange)
    {
        if ((LeftOut.Find(_scenario, exchange)?.Reason ?? LeftOutRule.Find(exchange)?.Reason) is { } reason)
        {
            _leftOut.Add((exchange, reason));
            _cluster.Adopt(exchange);
            await AdoptAsync(exchange);
            return;
        }

        var request = Translate(exchange.Request);
        if (exchange.Events is not null)
        {
            _watches.Add(WatchReplay.Start(exchange with { Request = request }, _client));
            return;
        }

        Compare(exchange, await _router.AnswerAsync(request));
    }

    private ApiRequest Translate(ApiRequest request) => request with
    {
        Query = request.Query.ToDictionary(
            pair => pair.Key, pair => Identities.IsIdentity(pair.Key) || pair.Key == Identities.Continue ? _identities.OursFor(pair.Value) : pair.Value),
        Body = TranslateBody(request.IsYaml ? YamlBodies.ToJson(request.Body ?? "", request.Warnings.Add) : request.Body),
    };

    /// <summary>The body with our identities; one with duplicate names, which a tree cannot have, is sent as it is.</summary>
    private string? TranslateBody(string? body) =>
        JsonBody.TryParse(body, out var json) && DocumentReader.Read(Encoding.UTF8.GetBytes(body!)).Duplicates.IsEmpty
            ? _identities.Translate(json)!.ToJsonString()
            : body;

    /// <summary>Stores the stream that resulted from a request that is not replayed.</summary>
    private async Task AdoptAsync(Exchange exchange)
    {
        if (exchange is { Request.Method: "PATCH", Status: 200 or 201, Body: JsonObject stream })
        {
            var adopted = await _cluster.AdoptAsync(_identities.Translate(stream)!);
            _identities.AreSame((string)stream["metadata"]![Identities.Version]!, adopted.Metadata.ResourceVersion!);
        }
    }

    private void Compare(Exchange exchange, Answer? answer)
    {
        if (AnsweredBetter.Covers(exchange, answer))
        {
            _better.Add(exchange);
            return;
        }

        var recorded = SettledTags.Settle(exchange.Body);
        if (!ReferenceEquals(recorded, exchange.Body))
        {
            _settled.Add(exchange);
        }

        var comparison = new AnswerComparison(_identities, ComparesOwners);
        comparison.Compare(recorded, answer?.Body);
        _identities.AliasAnswer(recorded, answer?.Body);
        var differences = comparison.Differences.ToList();
        if (answer?.Status != exchange.Status)
        {
            differences.Insert(0, answer is null
                ? "The client has no member for the request."
                : $"Status: recorded {exchange.Status}, ours {answer.Status}: {answer.Body.ToJsonString()}");
        }

        if (answer is not null && !exchange.Warnings.SequenceEqual(answer.Warnings))
        {
            differences.Add($"$.warnings: recorded {string.Join(" | ", exchange.Warnings)}, ours {string.Join(" | ", answer.Warnings)}");
        }

        Record(exchange, differences);
    }

    private void Record(Exchange exchange, IEnumerable<string> differences)
    {
        var fields = LeftOutField.Find(_scenario, exchange).ToList();
        var counted = differences.Where(one => !fields.Any(field => field.Covers(one)) && !OwnWords.Covers(one)).ToList();
        if (counted.Count > 0)
        {
            _different.Add((exchange, counted));
        }
    }

    private async Task StopWatchesAsync(DateTimeOffset now)
    {
        foreach (var watch in _watches.Where(watch => watch.Exchange.End <= now).ToList())
        {
            await StopAsync(watch);
            _watches.Remove(watch);
            await watch.DisposeAsync();
        }
    }

    private async Task StopAsync(WatchReplay watch)
    {
        var recorded = watch.Exchange.Events!.Where(reported => (string?)reported["type"] != "BOOKMARK").ToList();
        var comparison = new AnswerComparison(_identities);
        comparison.CompareEvents(recorded, await watch.StopAsync(recorded.Count));
        Record(watch.Exchange, comparison.Differences);
    }

    private ReplayReport Report() => new()
    {
        Scenario = _scenario,
        Requests = _exchanges.Count,
        LeftOut = _leftOut,
        Settled = _settled,
        Better = _better,
        Different = [.. _different.OrderBy(one => one.Item1.Sequence)],
    };
}
