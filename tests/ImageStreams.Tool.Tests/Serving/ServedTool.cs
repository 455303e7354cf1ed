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
        using var client = CreateClient(token);
        return await client.GetAsync(path);
    }

    /// <summary>Watches as the administrator until a change is as expected.</summary>
    public async Task<string> WatchAsync(string path, Predicate<string> isExpected)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = CreateClient(Token);
        await using var stream = await client.GetStreamAsync(path + "?watch=true", patience.Token);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (isExpected(line))
            {
                return line;
            }
        }

        throw new InvalidOperationException("The watch has ended.");
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

    private HttpClient CreateClient(string? token)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPem(Encoding.ASCII.GetString(Convert.FromBase64String(Find("certificate-authority-data"))));
        var handler = new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = policy } };
        var client = new HttpClient(handler) { BaseAddress = new Uri(Server) };
        client.DefaultRequestHeaders.Authorization = token is null ? null : new("Bearer", token);
        return client;
    }

    private string Find(string field) => Field().Matches(Kubeconfig).Single(match => match.Groups["name"].Value == field).Groups["value"].Value;

    [GeneratedRegex("^ +(?<name>[a-z-]+): '?(?<value>[^'\n]+)'?$", RegexOptions.Multiline)]
    private static partial Regex Field();
}
