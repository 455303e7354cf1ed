using System.Net;
using System.Net.Http.Json;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Faults by name, and the log of requests.</summary>
public sealed class FaultTests
{
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";

    [Fact]
    public async Task Conflict_ConcernsWritesAlone()
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        using var http = cluster.CreateHttpClient();
        cluster.Faults.FailNext(ClusterFault.Conflict);

        using var list = await http.GetAsync(ConfigMaps);
        using var refused = await http.PostAsJsonAsync(ConfigMaps, new { metadata = new { name = "a" } });
        using var created = await http.PostAsJsonAsync(ConfigMaps, new { metadata = new { name = "a" } });

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Created],
            [list.StatusCode, refused.StatusCode, created.StatusCode]);
        Assert.Equal([200, 409], cluster.Requests.Take(2).Select(request => request.StatusCode));
        Assert.Contains("\"a\"", cluster.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyRequests_UntilDisposed_HasRetryAfter()
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        using var http = cluster.CreateHttpClient();
        var fault = cluster.Faults.FailUntilDisposed(ClusterFault.TooManyRequests(7), request => request.Path == ConfigMaps);

        using var refused = await http.GetAsync(ConfigMaps);
        using var other = await http.GetAsync("/api/v1/namespaces/default/secrets");
        fault.Dispose();
        using var after = await http.GetAsync(ConfigMaps);

        Assert.Equal((429, "7"), ((int)refused.StatusCode, refused.Headers.RetryAfter!.ToString()));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (other.StatusCode, after.StatusCode));
    }
}
