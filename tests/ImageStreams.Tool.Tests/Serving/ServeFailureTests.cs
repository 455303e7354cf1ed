using System.Net;
using System.Net.Sockets;
using ImageStreams.Testing;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

public sealed class ServeFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--listen", "example.com")]
    [InlineData("--listen", "127.0.0.1:70000")]
    [InlineData("--listen", "example.com:6443")]
    [InlineData("--namespace", "Not_A_Name")]
    [InlineData("--namespace", "shop-")]
    [InlineData("--import-interval", "0")]
    [InlineData("--tls-certificate", "a.pem")]
    public async Task Serve_WrongOption_IsAUsageError(string option, string value)
    {
        var run = await ToolRun.RunAsync("serve", "--kubeconfig", Path.Combine(_folder.Path, "kubeconfig"), option, value);

        Assert.Equal(ToolExitCode.Usage, run.ExitCode);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_PortInUse_SaysSo()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var run = await FailAsync("--data", ":memory:", "--listen", other.LocalEndpoint.ToString()!);

        Assert.Equal($"error: {other.LocalEndpoint} is in use: name another address with --listen.\n", run.Error);
    }

    [Fact]
    public async Task Serve_FileThatAnotherServes_SaysSo()
    {
        var data = Path.Combine(_folder.Path, "streams.db");
        await using var served = await ServedTool.StartAsync(_folder, "--data", data);

        var run = await FailAsync("--data", data);

        Assert.Equal($"error: {data} is served by another process.\n", run.Error);
    }

    [Fact]
    public async Task Serve_FileOfSomethingElse_SaysSo()
    {
        var data = _folder.Write("streams.db", new string('x', 4096));

        var run = await FailAsync("--data", data);

        Assert.Contains("is damaged or is not an image stream store", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_KubeconfigOfAnotherCluster_IsKept()
    {
        var config = _folder.Write("config", "apiVersion: v1\n");

        var run = await ToolRun.RunAsync("serve", "--data", ":memory:", "--listen", "127.0.0.1:0", "--kubeconfig", config);

        Assert.Equal(ToolExitCode.Failed, run.ExitCode);
        Assert.Contains("was not written by 'imagestreams serve'", run.Error, StringComparison.Ordinal);
        Assert.Equal("apiVersion: v1\n", await File.ReadAllTextAsync(config));
    }

    [Fact]
    public async Task Serve_ShortToken_SaysSo()
    {
        var run = await FailAsync("--data", ":memory:", "--token-file", _folder.Write("token", "short"));

        Assert.Contains("must have one secret of 16 to 4096", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_CertificateThatIsNone_SaysSo()
    {
        var file = _folder.Write("pem", "no certificate");

        var run = await FailAsync("--data", ":memory:", "--tls-certificate", file, "--tls-key", file);

        Assert.Contains("are no certificate and its key", run.Error, StringComparison.Ordinal);
    }

    private async Task<ToolRun> FailAsync(params string[] args)
    {
        var run = await ToolRun.RunAsync(new ToolSetting { CreateRegistryClient = _ => new InMemoryRegistry() }, ["serve", "--kubeconfig", Path.Combine(_folder.Path, "of-the-second"), .. args]);
        Assert.Equal(ToolExitCode.Failed, run.ExitCode);
        return run;
    }
}
