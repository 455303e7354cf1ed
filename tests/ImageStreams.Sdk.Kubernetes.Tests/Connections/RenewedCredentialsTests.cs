using System.Net;
using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using k8s;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Credentials that the server refuses before their time.</summary>
public sealed class RenewedCredentialsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("credentials");

    private string TokenFile => Path.Combine(_folder.FullName, "token");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("{tokenFile: token}")]
    [InlineData("{exec: {apiVersion: client.authentication.k8s.io/v1, command: ./plugin, interactiveMode: Never}}")]
    public async Task Request_AnsweredWith401_IsSentAgainWithNewCredentials(string user)
    {
        await using var cluster = await LimitedCluster.StartAsync("edit");
        WritePlugin();
        await File.WriteAllTextAsync(TokenFile, "ended");
        using var connection = ClusterConnection.FromKubeconfig(WriteKubeconfig(cluster.Cluster.Address, user));
        await RememberTokenAsync(connection);
        await File.WriteAllTextAsync(TokenFile, "fake");

        await new KubernetesImageStreamClient(connection).Streams
            .CreateAsync(new ImageStream { Metadata = new() { Namespace = "shop", Name = "a" } });

        Assert.Equal([401, 201], cluster.Cluster.Requests.Select(request => request.StatusCode));
    }

    [Fact]
    public async Task Request_AnsweredWith401_IsSentOnceMore()
    {
        var api = new ScriptedApi { Always = static () => ScriptedApi.Create(HttpStatusCode.Unauthorized, ScriptedApi.Status(401, "Unauthorized")) };
        var made = 0;
        var sender = Create(api, () => $"token-{++made}");

        await Assert.ThrowsAsync<ApiException>(() => sender.SendAsync(new ApiCall(HttpMethod.Get, "version"), default));

        Assert.Equal([null, "token-1"], api.Requests.Select(request => request.Headers.Authorization?.Parameter));
    }

    [Fact]
    public async Task Requests_RefusedTogether_MakeCredentialsOnce()
    {
        var api = new ScriptedApi { Always = static () => ScriptedApi.Create(HttpStatusCode.Unauthorized, ScriptedApi.Status(401, "Unauthorized")) };
        var made = 0;
        var sender = Create(api, () => $"token-{++made}");

        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<ApiException>(() => sender.SendAsync(new ApiCall(HttpMethod.Get, "version"), default));
        }

        Assert.Equal(1, made);
        Assert.Equal(4, api.Requests.Count);
    }

    [Fact]
    public async Task Request_WhoseCredentialsStay_IsNotSentAgain()
    {
        using var api = new ScriptedApi();
        api.Answer(HttpStatusCode.Unauthorized, ScriptedApi.Status(401, "Unauthorized"));
        using var connection = api.Connect();

        var refused = await Assert.ThrowsAsync<ApiException>(() => new KubernetesImageStreamClient(connection).Streams.ListAsync("shop"));

        Assert.Equal(ApiFailure.Unauthorized, refused.Reason);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task Plugin_FailsWhileItRunsAgain_ToldWithItsReason()
    {
        var api = new ScriptedApi { Always = static () => ScriptedApi.Create(HttpStatusCode.Unauthorized, ScriptedApi.Status(401, "Unauthorized")) };
        var sender = Create(api, () => throw new InvalidOperationException("The plugin has no login."));

        var refused = await Assert.ThrowsAsync<ApiException>(() => sender.SendAsync(new ApiCall(HttpMethod.Get, "version"), default));

        Assert.Equal(ApiFailure.Unauthorized, refused.Reason);
        Assert.Contains("The plugin has no login.", refused.InnerException!.Message, StringComparison.Ordinal);
    }

    private static ApiSender Create(ScriptedApi api, Func<string> createToken)
    {
        var client = new k8s.Kubernetes(new KubernetesClientConfiguration { Host = "http://api.example.com" }, api);
        return new ApiSender(
            client,
            ConnectionSettings.FromAddress(client.BaseUri),
            new ClusterConnectionOptions(),
            TimeProvider.System,
            () => new k8s.Authentication.TokenCredentials(createToken()));
    }

    private static async Task RememberTokenAsync(ClusterConnection connection)
    {
        using var message = new HttpRequestMessage();
        await connection.Sender.Client.Credentials.ProcessHttpRequestAsync(message, default);
        Assert.Equal("ended", message.Headers.Authorization?.Parameter);
    }

    private void WritePlugin()
    {
        var path = Path.Combine(_folder.FullName, "plugin");
        File.WriteAllText(path, $$$"""
            #!/bin/sh
            printf '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"%s"}}' "$(cat '{{{TokenFile}}}')"
            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private string WriteKubeconfig(Uri server, string user)
    {
        var path = Path.Combine(_folder.FullName, "config");
        File.WriteAllText(path, $$$"""
            current-context: dev
            clusters: [{name: dev, cluster: {server: "{{{server}}}", insecure-skip-tls-verify: true}}]
            contexts: [{name: dev, context: {cluster: dev, user: me}}]
            users: [{name: me, user: {{{user}}}}]
            """);
        return path;
    }
}
