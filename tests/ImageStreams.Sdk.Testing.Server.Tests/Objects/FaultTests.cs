using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Faults by name, and the log of requests.</summary>
public sealed class FaultTests
{
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";

    [Theory]
    [InlineData("GET", "/api/v1/pods", "?watch=true", true)]
    [InlineData("GET", "/api/v1/pods", "?watch=1&limit=5", true)]
    [InlineData("GET", "/api/v1/watch/pods", "", true)]
    [InlineData("GET", "/api/v1/pods", "?labelSelector=watch=true", false)]
    [InlineData("GET", "/api/v1/pods", "?watch=false", false)]
    [InlineData("GET", "/api/v1/namespaces/a/pods/b", "?watch=true", false)]
    [InlineData("POST", "/api/v1/namespaces/a/pods", "?watch=true", false)]
    public void IsWatch_OfARequest_IsThatOfTheApi(string method, string path, string query, bool expected)
    {
        var request = new ClusterRequest { Time = default, Method = method, Path = path, Query = query };

        Assert.Equal(expected, request.IsWatch);
    }

    [Fact]
    public async Task Filter_ThatPlansAFault_IsAllowed()
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        using var http = cluster.CreateHttpClient();
        cluster.Faults.FailNext(ClusterFault.Unavailable(), _ =>
        {
            cluster.Faults.FailNext(ClusterFault.TooManyRequests());
            return true;
        });

        using var first = await http.GetAsync("/api/v1/pods");
        using var second = await http.GetAsync("/api/v1/pods");

        Assert.Equal((503, 429), ((int)first.StatusCode, (int)second.StatusCode));
    }

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

    [Fact]
    public async Task Slow_AnswersAfterTheDelay()
    {
        var delay = TimeSpan.FromMilliseconds(200);
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        using var http = cluster.CreateHttpClient();
        cluster.Faults.FailNext(ClusterFault.Slow(delay));
        var watch = Stopwatch.StartNew();

        using var answer = await http.GetAsync(ConfigMaps);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(watch.Elapsed >= delay - TimeSpan.FromMilliseconds(50), $"The answer came after {watch.Elapsed}.");
    }

    [Fact]
    public async Task Disconnect_ClosesTheConnectionOnce()
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        using var http = cluster.CreateHttpClient();
        cluster.Faults.FailNext(ClusterFault.Disconnect);

        await Assert.ThrowsAsync<HttpRequestException>(() => http.PostAsJsonAsync(ConfigMaps, new { metadata = new { name = "a" } }));
        using var created = await http.PostAsJsonAsync(ConfigMaps, new { metadata = new { name = "a" } });

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal([0, 201], cluster.Requests.Select(request => request.StatusCode));
    }

    [Fact]
    public async Task Unavailable_IsAnsweredTwiceAndThenNoMore()
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        using var http = cluster.CreateHttpClient();
        cluster.Faults.FailNext(ClusterFault.Unavailable(), times: 2);

        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await http.GetAsync(ConfigMaps);
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal([503, 503, 200], statuses);
    }

    [Fact]
    public async Task Gone_RefusesAListAndIsAnEventOfAWatch()
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        using var http = cluster.CreateHttpClient();
        cluster.Faults.FailNext(ClusterFault.Gone, times: 2);

        using var list = await http.GetAsync(ConfigMaps);
        var watch = await http.GetStringAsync($"{ConfigMaps}?watch=true");

        Assert.Equal(HttpStatusCode.Gone, list.StatusCode);
        Assert.StartsWith("{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\"", watch, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispose_Twice_DoesNothingMore()
    {
        var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });

        await cluster.DisposeAsync();
        await cluster.DisposeAsync();
    }
}
