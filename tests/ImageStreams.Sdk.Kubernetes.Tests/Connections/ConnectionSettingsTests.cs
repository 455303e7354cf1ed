using System.Net;
using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using k8s;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The settings of a kubeconfig in the requests, and what is repeated.</summary>
public sealed class ConnectionSettingsTests : IDisposable
{
    private static readonly Uri Address = new("https://api.example.com:6443/");

    private readonly ScriptedApi _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public void TlsServerName_IsTheNameThatTheRequestAsksFor()
    {
        using var message = Message(new KubernetesClientConfiguration { TlsServerName = "kubernetes.default" });

        Assert.Equal(("kubernetes.default", "api.example.com"), (message.Headers.Host, message.RequestUri!.Host));
    }

    [Fact]
    public void TlsServerName_NotSet_IsThatOfTheAddress() => Assert.Null(Message(new KubernetesClientConfiguration()).Headers.Host);

    [Theory]
    [InlineData(false, "2.0")]
    [InlineData(true, "1.1")]
    public void DisableHttp2_ChoosesTheVersion(bool isDisabled, string version) =>
        Assert.Equal(version, Message(new KubernetesClientConfiguration { DisableHttp2 = isDisabled }).Version.ToString());

    [Fact]
    public async Task Address_WithAUser_IsToldWithoutIt()
    {
        using var connection = ClusterConnection.FromConfiguration(new KubernetesClientConfiguration { Host = "http://me:secret@127.0.0.1:1" });

        var refused = await Assert.ThrowsAsync<ApiException>(() => new KubernetesImageStreamClient(connection).Streams.ListAsync(null));

        Assert.Equal("http://127.0.0.1:1/", connection.Address.ToString());
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(504)]
    public async Task Create_ThatMayHaveBeenCarriedOut_IsNotRepeated(int code)
    {
        _api.Answer((HttpStatusCode)code, ScriptedApi.Status(code, code == 500 ? "InternalError" : "Timeout"), TimeSpan.Zero);
        using var connection = _api.Connect();

        await Assert.ThrowsAsync<ApiException>(() => CreateAsync(connection));

        Assert.Single(_api.Requests);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Create_ThatWasPostponed_IsRepeated(int code)
    {
        _api.Answer((HttpStatusCode)code, ScriptedApi.Status(code, "TooManyRequests"), TimeSpan.Zero);
        _api.Answer(HttpStatusCode.Created, """{"metadata":{"name":"a","namespace":"shop"}}""");
        using var connection = _api.Connect();

        Assert.Equal("a", (await CreateAsync(connection)).Name);
    }

    [Fact]
    public async Task Mapping_NamesOurFieldManager()
    {
        _api.Answer(HttpStatusCode.Created, """{"kind":"Status","status":"Success"}""");
        using var connection = _api.Connect();

        await new KubernetesImageStreamClient(connection).Mappings.CreateAsync(
            new ImageStreamMapping { Metadata = new ObjectMeta { Namespace = "shop", Name = "a" } });

        Assert.Equal("?fieldManager=imagestreams-sdk", Assert.Single(_api.Requests).RequestUri!.Query);
    }

    private static Task<ImageStream> CreateAsync(ClusterConnection connection) => new KubernetesImageStreamClient(connection).Streams.CreateAsync(
        new ImageStream { Metadata = new ObjectMeta { Namespace = "shop", Name = "a" } });

    private static HttpRequestMessage Message(KubernetesClientConfiguration configuration) =>
        new ApiCall(HttpMethod.Get, "version").CreateMessage(ConnectionSettings.FromConfiguration(configuration, Address));
}
