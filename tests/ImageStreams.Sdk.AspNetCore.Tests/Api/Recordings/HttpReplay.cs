using ImageStreams.Storage;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Sends the requests of a recording to the served API, as they were sent, and compares the responses.</summary>
/// <remarks>As in the replay in process, the import controller runs wherever the recorded client paused.</remarks>
internal sealed class HttpReplay : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(60);

    private readonly string _scenario;
    private readonly IReadOnlyList<HttpExchange> _exchanges;
    private readonly IReadOnlySet<string> _namespaces;
    private readonly HashSet<string> _written;
    private readonly ReplayedCluster _cluster;
    private readonly ServedCluster _served;
    private readonly Identities _identities = new();
    private readonly HttpReport _report;
    private readonly HttpWatches _watches;
    private HttpAdoption? _adoption;
    private HttpConditions _conditions = null!;
    private HttpImports _imports = null!;
    private HttpSender _sender = null!;

    private HttpReplay(string scenario, IReadOnlyList<HttpExchange> exchanges, ReplayedCluster cluster, ServedCluster served)
    {
        _scenario = scenario;
        _exchanges = exchanges;
        _namespaces = exchanges.Select(one => HttpKinds.FindNamespace(one.Path)).OfType<string>().ToHashSet();
        _written = exchanges.Where(one => IsWrite(scenario, one)).Select(one => one.Exchange.Request.Namespace).OfType<string>().ToHashSet();
        _cluster = cluster;
        _served = served;
        _report = new HttpReport(scenario, exchanges.Count);
        _watches = new HttpWatches(_report, _identities);
    }

    /// <summary>Replays a scenario against a server of its own.</summary>
    /// <param name="scenario">The name of the recording.</param>
    /// <param name="exchanges">The exchanges, in the order of their requests.</param>
    /// <param name="registry">The registries of the recording.</param>
    /// <param name="hasGaps">True if there were requests in between that are not known.</param>
    public static async Task<HttpReport> RunAsync(
        string scenario, IReadOnlyList<HttpExchange> exchanges, ReplayedRegistry registry, bool hasGaps = false)
    {
        var access = new RecordedAccess();
        var cluster = new ReplayedCluster(exchanges[0].Exchange.Start, registry, HttpStores.Create(scenario), options =>
        {
            access.Configure(options);
            options.GetNamespaces = () => new RecordedNamespaces(exchanges);
        });
        await using var served = await ServedCluster.StartAsync(cluster, access);
        await using var replay = new HttpReplay(scenario, exchanges, cluster, served);
        await new Surroundings([.. exchanges.Select(one => one.Exchange)]).AddToAsync(cluster.Store, replay._identities);
        await new HttpSurroundings(exchanges).AddToAsync((IClusterObjectStore)cluster.Store, replay._identities);
        replay._imports = new HttpImports(exchanges, replay._written, cluster, registry, replay._identities);
        replay._adoption = hasGaps ? new HttpAdoption(exchanges, one => HttpLeftOut.Find(scenario, one) is null, cluster, replay._identities) : null;
        await replay.RunAsync();
        return replay._report;
    }

    public ValueTask DisposeAsync() => _watches.DisposeAsync();

    private async Task RunAsync()
    {
        var initial = (await _cluster.Client.Streams.ListAsync(ns: null)).Metadata.ResourceVersion!;
        var translation = new HttpTranslation(_identities, initial);
        _sender = new HttpSender(_served, _cluster, translation);
        _conditions = new HttpConditions(_served, translation, _identities);
        await _conditions.LearnAsync(_exchanges);
        var idleSince = _exchanges[0].Exchange.Start;
        foreach (var recorded in _exchanges)
        {
            await ImportSinceAsync(idleSince, recorded.Exchange.Start);
            await (_adoption?.PrepareAsync(recorded) ?? Task.CompletedTask);
            await SetTimeAsync(HttpClock.Find(recorded), whenImported: recorded.Exchange.End);
            await AskAsync(recorded);
            idleSince = recorded.Lines is null ? recorded.Exchange.End : recorded.Exchange.Start;
        }

        await SetTimeAsync(_exchanges.Max(one => one.Exchange.End), whenImported: DateTimeOffset.MaxValue);
        _report.Adopted = [.. _adoption?.Notes ?? []];
    }

    /// <summary>Tests for a request after which there may be something to import.</summary>
    private static bool IsWrite(string scenario, HttpExchange recorded) => recorded.Method != "GET" && HttpLeftOut.Find(scenario, recorded) is null;

    private async Task ImportSinceAsync(DateTimeOffset idleSince, DateTimeOffset now)
    {
        if (now - idleSince > Pause)
        {
            await SetTimeAsync(idleSince, whenImported: idleSince);
            await _imports.RunAsync();
        }
    }

    /// <summary>Sets the clock, when the watches have sent what they had until then, and ends the watches that had ended.</summary>
    private async Task SetTimeAsync(DateTimeOffset now, DateTimeOffset whenImported)
    {
        await _watches.ReachAsync(now);
        _cluster.SetTime(now, whenImported);
        await _watches.PassAsync(now);
    }

    private async Task AskAsync(HttpExchange recorded)
    {
        _cluster.Adopt(recorded.Exchange);
        if (HttpLeftOut.Find(_scenario, recorded) is { } reason)
        {
            _report.LeaveOut(recorded, reason);
            return;
        }

        await _imports.RunBeforeAsync(recorded);
        recorded = await _conditions.PrepareAsync(recorded);
        if (recorded.Lines is null)
        {
            _report.Add(recorded, HttpComparison.Compare(recorded, await _sender.SendAsync(recorded), _identities));
            return;
        }

        await WatchAsync(recorded);
    }

    private async Task WatchAsync(HttpExchange recorded)
    {
        var response = await _sender.OpenAsync(recorded);
        var differences = HttpComparison.Compare(recorded, HttpAnswer.ReadHead(response), _identities);
        if (differences.Count > 0)
        {
            _report.Add(recorded, differences);
            response.Dispose();
            return;
        }

        _watches.Add(HttpWatch.Start(recorded, response, _namespaces));
    }
}
