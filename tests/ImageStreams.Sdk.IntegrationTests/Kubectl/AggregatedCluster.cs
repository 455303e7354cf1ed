using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using ImageStreams.AspNetCore;
using ImageStreams.IntegrationTests.Publishing;
using ImageStreams.Testing.Server;
using ImageStreams.Tests.Registries;

namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>A cluster without an image API of its own, behind which <c>imagestreams serve</c> runs as <c>deploy</c> renders it.</summary>
internal sealed class AggregatedCluster : IAsyncDisposable
{
    private const string Pod = "system:serviceaccount:imagestreams:imagestreams";

    private readonly ScratchFolder _folder = new();
    private readonly TestAuthority _authority = new();
    private readonly string _version;
    private ServeProcess? _server;

    private AggregatedCluster(FakeCluster cluster, string version) => (Cluster, _version) = (cluster, version);

    public FakeCluster Cluster { get; }

    /// <summary>The address of the server behind the cluster.</summary>
    public Uri Server { get; private set; } = null!;

    /// <summary>Starts the cluster; nothing is deployed yet.</summary>
    public static async Task<AggregatedCluster> StartAsync(string version) => new(
        await FakeCluster.StartAsync(new FakeClusterOptions
        {
            RunsAggregation = true,
            RunsImports = false,
            RunsTriggers = false,
            RunsRollouts = false,
            ConfigureApi = static api =>
            {
                api.Access.Authorization = ApiAuthorization.Rbac;
                api.Access.Tokens.Add(new ApiTokenOptions { Token = "fake", User = "admin", Groups = { "system:masters" } });
                api.Access.Tokens.Add(new ApiTokenOptions { Token = "pod", User = Pod, Groups = { "system:serviceaccounts" } });
                api.Access.Tokens.Add(new ApiTokenOptions { Token = "token-of-alice", User = "alice" });
                api.Access.Tokens.Add(new ApiTokenOptions { Token = "token-of-bob", User = "bob" });
                api.Access.RoleBindings.Add(new RoleBindingOptions { Role = "edit", Namespace = "shop", Users = { "alice" } });
                api.Access.RoleBindings.Add(new RoleBindingOptions { Role = "view", Namespace = "shop", Users = { "bob" } });
            },
        }),
        version);

    /// <summary>Begins to run kubectl with a token.</summary>
    public KubectlSession Begin(string token, string? ns) =>
        new(KubectlVersion.GetProgram(_version), WriteKubeconfig(token), ns, "registry.example.com");

    /// <summary>Renders the manifests, with the authority of the server.</summary>
    public Task<string> RenderAsync()
    {
        _folder.Write("ca.pem", _authority.Certificate.ExportCertificatePem());
        return DeployedManifests.RenderAsync("aggregated", "--ca-file", Path.Combine(_folder.Path, "ca.pem"));
    }

    /// <summary>Starts the server, as a pod would with the rights of its service account, and lets the cluster reach it.</summary>
    public async Task ServeAsync()
    {
        var certificate = _authority.CreateServer("imagestreams.imagestreams.svc");
        _folder.Write("tls.crt", certificate.ExportCertificatePem());
        using var key = certificate.GetECDsaPrivateKey()!;
        _folder.Write("tls.key", key.ExportPkcs8PrivateKeyPem());
        _server = await ServeProcess.StartAsync(
            "--store=kubernetes", "--aggregated", "--store-kubeconfig", WriteKubeconfig("pod"),
            "--tls-certificate", Path.Combine(_folder.Path, "tls.crt"), "--tls-key", Path.Combine(_folder.Path, "tls.key"));
        var line = (await File.ReadAllLinesAsync(_server.Kubeconfig)).First(static one => one.Contains("server:", StringComparison.Ordinal));
        Server = new Uri(line.Split(' ')[^1].Trim('\'', '"'));
        await Cluster.RouteServiceAsync("imagestreams", "imagestreams", Server);
    }

    /// <summary>Stops the server; the cluster still looks for it.</summary>
    public Task<(int ExitCode, string Errors)> StopServerAsync() => _server!.StopAsync();

    /// <summary>Asks the server directly, without the cluster in front.</summary>
    public async Task<int> AskServerAsync(string path, string? token, params (string Name, string Value)[] headers)
    {
        using var handler = new SocketsHttpHandler();
#pragma warning disable CA5359 // The server has a certificate of its own, for the cluster in front of it.
        handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Server, path));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        await Cluster.DisposeAsync();
        _authority.Dispose();
        _folder.Dispose();
    }

    private string WriteKubeconfig(string token)
    {
        var name = $"{token}.kubeconfig";
        _folder.Write(name, Cluster.GetKubeconfig().Replace("token: fake", $"token: {token}", StringComparison.Ordinal));
        return Path.Combine(_folder.Path, name);
    }
}
