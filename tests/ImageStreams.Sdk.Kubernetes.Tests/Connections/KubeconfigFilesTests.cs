using System.Net;
using System.Net.Sockets;
using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using k8s.Exceptions;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Connections as a kubeconfig says, with what KubernetesClient leaves out of it.</summary>
public sealed class KubeconfigFilesTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"kubeconfig-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task ProxyUrl_OfTheCluster_IsWhereRequestsGo()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        Write($"http://127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}");
        using var connection = ClusterConnection.FromKubeconfig(_path);
        var listing = new KubernetesImageStreamClient(connection).Streams.ListAsync("shop");

        using var accepted = await proxy.AcceptTcpClientAsync();
        using var reader = new StreamReader(accepted.GetStream());
        var line = await reader.ReadLineAsync();
        await accepted.GetStream().WriteAsync("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"u8.ToArray());

        Assert.StartsWith("GET http://api.example.com/apis/image.openshift.io/v1/", line, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ApiException>(() => listing);
    }

    [Fact]
    public void ProxyUrl_OfAnotherScheme_IsRefused()
    {
        Write("ftp://proxy.example.com");

        var refused = Assert.Throws<KubeConfigException>(() => ClusterConnection.FromKubeconfig(_path));

        Assert.Contains("\"dev\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TlsServerName_IsReadFromTheFile()
    {
        Write(null);

        using var connection = ClusterConnection.FromKubeconfig(_path);
        using var message = connection.Sender.CreateMessage(new ApiCall(HttpMethod.Get, "version"));

        Assert.Equal("kubernetes.default", message.Headers.Host);
    }

    private void Write(string? proxy) => File.WriteAllText(_path, $$"""
        apiVersion: v1
        kind: Config
        current-context: dev
        clusters:
        - name: other
          cluster: {server: "http://other.example.com", proxy-url: "http://other.example.com:1"}
        - name: dev
          cluster:
            server: http://api.example.com
            {{(proxy is null ? "tls-server-name: kubernetes.default" : $"proxy-url: {proxy}")}}
        contexts:
        - name: dev
          context: {cluster: dev, user: me}
        users:
        - name: me
          user: {token: secret}
        """);
}
