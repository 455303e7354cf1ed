using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Warnings of a kind, which come with the headers of a watch as with every other answer.</summary>
public sealed class WatchWarningTests
{
    private const string Configs = "/apis/apps.openshift.io/v1/namespaces/shop/deploymentconfigs?watch=true&timeoutSeconds=1";
    private const string Deployments = "/apis/apps/v1/namespaces/shop/deployments?watch=true&timeoutSeconds=1";

    [Theory]
    [InlineData(Configs, 1)]
    [InlineData(Deployments, 0)]
    public async Task Watch_KindIsDeprecated_SendsTheWarningWithTheHeaders(string path, int expected)
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        using var http = cluster.CreateHttpClient();

        using var answer = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(expected, answer.Headers.Warning.Count(warning => warning.Text.Contains("deprecated", StringComparison.Ordinal)));
    }
}
