using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Tool;

/// <summary>A run of <c>imagestreams serve</c> in this process, on a free port.</summary>
internal sealed partial class ServedTool : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task<ToolRun> _run;

    private ServedTool(string kubeconfig, string[] args)
    {
        KubeconfigFile = kubeconfig;
        _run = ToolRun.RunAsync(
            new ToolSetting { Cancellation = _stop.Token, CreateRegistryClient = _ => new InMemoryRegistry() },
            ["serve", "--listen", "127.0.0.1:0", "--kubeconfig", kubeconfig, .. args]);
    }

    public string KubeconfigFile { get; }

    /// <summary>The address and the secrets that clients read.</summary>
    public string Kubeconfig => File.ReadAllText(KubeconfigFile);

    public string Server => Find("server");

    public string Token => Find("token");

    /// <summary>Starts a server and waits until clients can ask it.</summary>
    public static async Task<ServedTool> StartAsync(TemporaryFolder folder, params string[] args)
    {
        var file = Path.Combine(folder.Path, "kubeconfig");
        File.Delete(file);
        var served = new ServedTool(file, args);
        using var changes = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var patience = new CancellationTokenSource(Patience);
        while (!File.Exists(served.KubeconfigFile) && !served._run.IsCompleted)
        {
            await changes.WaitForNextTickAsync(patience.Token);
        }

        Assert.False(served._run.IsCompleted, served._run.IsCompleted ? (await served._run).Error : "");
        return served;
    }

    /// <summary>Sends a request as a client does that has the file.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path, string? token)
    {
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust };
        handler.SslOptions.CertificateChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.ImportFromPem(
            Encoding.ASCII.GetString(Convert.FromBase64String(Find("certificate-authority-data"))));
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, Server + path);
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        return await client.SendAsync(request);
    }

    /// <summary>Stops the server as a signal does.</summary>
    public async Task<ToolRun> StopAsync()
    {
        await _stop.CancelAsync();
        return await _run.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private string Find(string field) => Field().Matches(Kubeconfig).Single(match => match.Groups["name"].Value == field).Groups["value"].Value;

    [GeneratedRegex("^ +(?<name>[a-z-]+): (?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex Field();
}
