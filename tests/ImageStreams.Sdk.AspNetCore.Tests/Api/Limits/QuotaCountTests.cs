using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The reads that limits and quotas cost.</summary>
public sealed class QuotaCountTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ListedClusterStore _store = new();
    private readonly StoredLimits _limits;
    private readonly EmbeddedImageStreamClient _client;
    private readonly QuotaResource _quotas;

    public QuotaCountTests()
    {
        _limits = new StoredLimits(_store, TimeProvider.System, _stop.Token);
        _client = new EmbeddedImageStreamClient(_store, options: new EmbeddedImageStreamOptions { GetLimitSource = () => _limits });
        var stored = new StoredResource(LimitDefinitions.Quotas, _limits.Quotas, RandomNaming.Instance, namespaces: null, TimeProvider.System);
        _quotas = new QuotaResource(stored, new QuotaCounter(stored, _limits.Quotas, _client), _client);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    [Fact]
    public async Task WritesOfStreams_ReadTheLimitsOnce_AndHeedNewOnes()
    {
        var stream = await CreateStreamAsync("a", "one");
        for (var number = 0; number < 5; number++)
        {
            stream = await _client.Streams.UpdateAsync(
                stream with { Metadata = stream.Metadata with { Labels = [new("n", $"{number}")] } });
        }

        Assert.Equal(2, _store.LimitLists);
        await CreateQuotaAsync("a", "1");
        var failure = await Assert.ThrowsAsync<ApiException>(() => CreateStreamAsync("a", "two"));
        Assert.Contains("exceeded quota: q", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, _store.LimitLists);
    }

    [Fact]
    public async Task Watch_CountsTheNamespaceThatChanges()
    {
        await CreateQuotaAsync("a", "5");
        await CreateQuotaAsync("b", "5");
        var request = new ResourceRequest { Verb = ResourceVerbs.Watch };
        await using var events = _quotas.WatchAsync(request, default).GetAsyncEnumerator();
        await WaitForAsync(events, "a", "0");
        await WaitForAsync(events, "b", "0");
        await CreateStreamAsync("a", "one");
        await WaitForAsync(events, "a", "1");
        _store.StreamLists.Clear();

        await CreateStreamAsync("a", "two");
        await WaitForAsync(events, "a", "2");

        Assert.DoesNotContain("b", _store.StreamLists);
        Assert.Contains("a", _store.StreamLists);
    }

    [Fact]
    public async Task Get_WithoutQuotas_CountsNothing()
    {
        await CreateQuotaAsync("a", "5");
        await CreateStreamAsync("b", "one");
        _store.StreamLists.Clear();

        await _quotas.ListAsync(new ResourceRequest { Verb = ResourceVerbs.List, Namespace = "b" }, default);
        Assert.Empty(_store.StreamLists);
        await _quotas.ListAsync(new ResourceRequest { Verb = ResourceVerbs.List }, default);
        Assert.Equal(["a"], _store.StreamLists);
    }

    private Task<ImageStream> CreateStreamAsync(string ns, string name)
    {
        var stream = AnImageStream(name).Build();
        return _client.Streams.CreateAsync(stream with { Metadata = new ObjectMeta { Namespace = ns, Name = name } });
    }

    private async Task CreateQuotaAsync(string ns, string hard) => await _quotas.CreateAsync(
        new ResourceRequest
        {
            Verb = ResourceVerbs.Create,
            Namespace = ns,
            Body = Encoding.UTF8.GetBytes($$$"""{"metadata":{"name":"q"},"spec":{"hard":{"openshift.io/imagestreams":"{{{hard}}}"} } }"""),
        },
        default);

    private static async Task WaitForAsync(IAsyncEnumerator<ServedEvent> events, string ns, string used)
    {
        while (await events.MoveNextAsync())
        {
            var quota = JsonNode.Parse(events.Current.Object!.Utf8Json.Span)!.AsObject();
            if (quota.FindText("metadata", "namespace") == ns && quota.FindText("status", "used", "openshift.io/imagestreams") == used)
            {
                return;
            }
        }

        Assert.Fail("The watch has ended.");
    }
}
