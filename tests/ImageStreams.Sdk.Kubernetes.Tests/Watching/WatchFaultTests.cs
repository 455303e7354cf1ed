using System.Net;
using System.Text;
using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Watches of servers that refuse, stall, and change while they begin.</summary>
public sealed class WatchFaultTests : IDisposable
{
    private readonly ScriptedApi _api = new();
    private readonly CancellationTokenSource _end = new(TimeSpan.FromSeconds(60));
    private readonly List<string> _interruptions = [];

    public void Dispose()
    {
        _api.Dispose();
        _end.Dispose();
    }

    [Fact]
    public async Task Watch_TokenIsRefusedForAWhile_GoesOnAndSaysSo()
    {
        _api.Answer(HttpStatusCode.OK, Event("ADDED", "a", 5));
        _api.Answer(HttpStatusCode.Unauthorized, ScriptedApi.Status(401, "Unauthorized"));
        _api.Answer(HttpStatusCode.NotFound, ScriptedApi.Status(404, "NotFound"));
        _api.Answer(HttpStatusCode.OK, Event("MODIFIED", "a", 6));

        Assert.Equal(["Added ImageStream shop/a@5", "Modified ImageStream shop/a@6"], await TakeAsync(new WatchOptions { ResourceVersion = "4" }, 2));
        Assert.Equal(["works", "Unauthorized", "NotFound", "works"], _interruptions);
        Assert.All(_api.Requests.Skip(1), request => Assert.Contains("resourceVersion=5", request.RequestUri!.Query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Watch_RefusedAtTheBeginning_IsTold()
    {
        _api.Answer(HttpStatusCode.Forbidden, ScriptedApi.Status(403, "Forbidden"));

        var refused = await Assert.ThrowsAsync<ApiException>(() => TakeAsync(new WatchOptions { ResourceVersion = "4" }, 1));

        Assert.Equal(ApiFailure.Forbidden, refused.Reason);
    }

    [Fact]
    public async Task Watch_StateIsGoneBetweenPages_ListsAtOnce()
    {
        _api.Answer(HttpStatusCode.OK, List("7", "more", "a"));
        _api.Answer(HttpStatusCode.Gone, ScriptedApi.Status(410, "Expired"));
        _api.Answer(HttpStatusCode.OK, List("9", null, "a", "b"));

        Assert.Equal(["Added ImageStream shop/a@1", "Added ImageStream shop/b@1"], await TakeAsync(new WatchOptions(), 2));
        Assert.DoesNotContain("limit", _api.Requests.Last().RequestUri!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_ChangesBeforeTheEndOfTheFirstObjects_AreAmongThem()
    {
        _api.Answer(HttpStatusCode.OK, string.Concat(
            Event("ADDED", "a", 1), Event("ADDED", "b", 2), Event("MODIFIED", "a", 3), Event("DELETED", "b", 4), End(5)));

        Assert.Equal(["Added ImageStream shop/a@3"], await TakeAsync(new WatchOptions { SendInitialEvents = true }, 1));
    }

    [Fact]
    public async Task Watch_WithoutTheFirstObjects_ListsNoneOfThem()
    {
        _api.Answer(HttpStatusCode.OK, List("9", "more", "a"));
        _api.Answer(HttpStatusCode.OK, Event("ADDED", "c", 10));

        Assert.Equal(["Added ImageStream shop/c@10"], await TakeAsync(new WatchOptions { SendInitialEvents = false }, 1));
        Assert.Contains("limit=1", _api.Requests.First().RequestUri!.Query, StringComparison.Ordinal);
        Assert.Contains("resourceVersion=9", _api.Requests.Last().RequestUri!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_ConnectionIsSilent_IsOpenedAnew()
    {
        var time = new FakeTimeProvider();
        using var silent = new SilentStream(Encoding.UTF8.GetBytes(Event("ADDED", "a", 5)));
        _api.Answer(silent);
        _api.Answer(HttpStatusCode.OK, Event("MODIFIED", "a", 6));
        var limits = new ClusterConnectionOptions { WatchSilence = TimeSpan.FromMinutes(2) };
        var taking = TakeAsync(new WatchOptions { ResourceVersion = "4" }, 2, limits, time);
        await silent.Stalled;

        time.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromSeconds(1));
        Assert.Single(_api.Requests);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["Added ImageStream shop/a@5", "Modified ImageStream shop/a@6"], await taking);
        Assert.Equal(["works"], _interruptions);
    }

    private static string Item(string name, int version) =>
        $$$"""{"metadata":{"namespace":"shop","name":"{{{name}}}","uid":"u-{{{name}}}","resourceVersion":"{{{version}}}"}}""";

    private static string Event(string type, string name, int version) =>
        $$"""{"type":"{{type}}","object": {{Item(name, version)}} }""" + "\n";

    private static string End(int version) =>
        $$$$$"""{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"{{{{{version}}}}}","annotations":{"k8s.io/initial-events-end":"true"}}}}""" + "\n";

    private static string List(string version, string? next, params string[] names) =>
        $$"""{"metadata":{"resourceVersion":"{{version}}","continue":"{{next}}"},"items":[{{string.Join(',', names.Select(name => Item(name, 1)))}}]}""";

    private async Task<List<string>> TakeAsync(
        WatchOptions options, int count, ClusterConnectionOptions? limits = null, TimeProvider? time = null)
    {
        using var connection = _api.Connect(limits, time);
        var seen = new List<string>();
        options = options with { OnInterrupted = failure => _interruptions.Add(failure?.Reason.ToString() ?? "works") };
        await foreach (var change in new KubernetesImageStreamClient(connection).Streams.WatchAsync("shop", options, _end.Token))
        {
            seen.Add(change.ToString());
            if (seen.Count == count)
            {
                break;
            }
        }

        return seen;
    }
}
