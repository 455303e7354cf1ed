using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Kubernetes;
using ImageStreams.Testing.Server;
using ImageStreams.Tests.AspNetCore;
using ImageStreams.Tests.Recordings;
using k8s;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Sends the client's requests of a recording with controllers to a fake cluster, and compares what the client saw.</summary>
/// <remarks>The controllers of the fake cluster run where the recorded ones wrote: as many attempts as they like, until they are at
/// rest. Watches are not compared, for they show every step on the way.</remarks>
internal sealed class ControllersReplay : IAsyncDisposable
{
    public const string RegistryHost = "image-registry.openshift-image-registry.svc:5000";

    /// <summary>A client that waits so long lets the controllers of a recording that does not tell of them come to rest.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(60);

    private readonly Identities _identities = new();
    private readonly HttpTranslation _translation;
    private readonly FakeTimeProvider _time;
    private readonly FakeCluster _cluster;
    private readonly HttpClient _http;
    private readonly ClusterConnection _connection;
    private readonly RestingControllers _controllers;
    private readonly List<RecordedCue> _cues = [];
    private readonly LuckyGenerations _generations = new();
    private IReadOnlySet<string> _later = new HashSet<string>();

    private ControllersReplay(FakeCluster cluster, FakeTimeProvider time, KubernetesControllerOptions? remote)
    {
        (_cluster, _time, _http) = (cluster, time, cluster.CreateHttpClient());
        _translation = new HttpTranslation(_identities, "1");
        _connection = ClusterConnection.FromConfiguration(new KubernetesClientConfiguration { Host = cluster.Address.ToString() });
        _controllers = new RestingControllers(cluster, time, remote is null ? null : (_connection, remote));
    }

    /// <summary>Replays a scenario against a cluster of its own.</summary>
    /// <param name="exchanges">The recording.</param>
    /// <param name="registry">The registry.</param>
    /// <param name="remote">The options of imports and triggers that work from outside the cluster; null for those inside.</param>
    public static async Task<IReadOnlyList<ReplayedRequest>> RunAsync(
        IReadOnlyList<HttpExchange> exchanges, ReplayedRegistry registry, KubernetesControllerOptions? remote = null)
    {
        var time = new FakeTimeProvider(exchanges[0].Exchange.Start);
        var options = new FakeClusterOptions
        {
            UseTls = false,
            TimeProvider = time,
            RunsImports = false,
            RunsTriggers = false,
            RunsRollouts = false,
            RegistryClient = registry,
            ConfigureEngine = static engine => engine.InternalRegistryHostname = RegistryHost,
        };
        await using var replay = new ControllersReplay(await FakeCluster.StartAsync(options), time, remote);
        return await replay.RunAsync(exchanges);
    }

    public async ValueTask DisposeAsync()
    {
        _connection.Dispose();
        _http.Dispose();
        await _cluster.DisposeAsync();
    }

    private async Task<IReadOnlyList<ReplayedRequest>> RunAsync(IReadOnlyList<HttpExchange> exchanges)
    {
        var results = new List<ReplayedRequest>();
        _cues.AddRange(exchanges.Select(RecordedCue.Read).OfType<RecordedCue>());
        var isSilent = _cues.Count == 0;
        var last = exchanges[0].Exchange.Start;
        foreach (var exchange in exchanges)
        {
            _later = RecordedEvents.FindLater(exchanges, exchange);
            if (!RecordedCue.IsController(exchange) && exchange.Lines is null)
            {
                // A reader sees what was written before the answer.
                await RunSilentAsync(isSilent ? last : exchange.Exchange.Start, exchange.Exchange.Start);
                await RunControllersAsync(exchange.Method == "GET" ? exchange.Exchange.End : exchange.Exchange.Start);
                results.Add(new ReplayedRequest(exchange, await SendAsync(exchange)));
                last = exchange.Exchange.End;
            }
        }

        return results;
    }

    private async Task RunSilentAsync(DateTimeOffset idleSince, DateTimeOffset now)
    {
        if (now - idleSince > Pause)
        {
            SetTime(now);
            await _controllers.RunAllAsync();
        }
    }

    private async Task RunControllersAsync(DateTimeOffset before)
    {
        var seen = _cues.Where(cue => cue.End <= before).ToList();
        if (seen.Count > 0)
        {
            SetTime(seen.Max(static cue => cue.End));
            _generations.Add(seen);
            await _controllers.RunAsync(seen);
            _cues.RemoveAll(seen.Contains);
        }
    }

    private async Task<IReadOnlyList<string>> SendAsync(HttpExchange recorded)
    {
        SetTime(recorded.Exchange.End);
        using var request = _translation.Create(_cluster.Address.GetLeftPart(UriPartial.Authority), NotOurs.Hide(recorded));
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var body = Parse(text);
        if ((int)response.StatusCode != recorded.Exchange.Status)
        {
            return [$"status: recorded {recorded.Exchange.Status}, ours {(int)response.StatusCode}: {text[..Math.Min(text.Length, 500)]}"];
        }

        var comparison = new AnswerComparison(_identities, comparesOwners: true);
        var shown = RecordedEvents.IsList(body) ? RecordedEvents.WithoutLater(body!, _later) : body;
        comparison.Compare(NotOurs.Hide(_generations.Hide(recorded.Exchange.Body)), NotOurs.Hide(_generations.Hide(shown)));
        _identities.AliasAnswer(recorded.Exchange.Body, body);
        return comparison.Differences;
    }

    private void SetTime(DateTimeOffset now)
    {
        if (now > _time.GetUtcNow())
        {
            _time.SetUtcNow(now);
        }
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
