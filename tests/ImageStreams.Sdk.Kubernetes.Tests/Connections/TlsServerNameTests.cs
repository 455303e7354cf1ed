using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The name that a server's certificate must have, over TLS.</summary>
public sealed class TlsServerNameTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"kubeconfig-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("other.example.com", false)]
    public async Task TlsServerName_IsCheckedInsteadOfTheAddress(string name, bool isTrusted)
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { RunsImports = false, RunsTriggers = false });
        var server = $"server: {cluster.Address.ToString().TrimEnd('/')}";
        var kubeconfig = cluster.GetKubeconfig();
        Assert.Contains(server, kubeconfig, StringComparison.Ordinal);
        await File.WriteAllTextAsync(_path, kubeconfig.Replace(server, $"tls-server-name: {name}\n    {server}", StringComparison.Ordinal));
        using var connection = ClusterConnection.FromKubeconfig(_path);
        var listing = new KubernetesImageStreamClient(connection).Streams.ListAsync("shop");

        if (isTrusted)
        {
            Assert.Empty((await listing).Items);
            return;
        }

        var refused = await Assert.ThrowsAsync<ApiException>(() => listing);
        Assert.True(refused.Reason == ApiFailure.ServiceUnavailable, refused.Message);
    }
}
