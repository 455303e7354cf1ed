using System.Net;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

public sealed class ServeTests : IDisposable
{
    private const string Streams = "/apis/image.openshift.io/v1/imagestreams";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_Demo_AnswersThoseWhoHaveTheToken()
    {
        await using var served = await ServedTool.StartAsync(_folder, "--demo");

        using var answer = await served.GetAsync(Streams, served.Token);
        using var stranger = await served.GetAsync(Streams, token: null);
        using var forger = await served.GetAsync(Streams, "0" + served.Token);

        Assert.Contains("\"name\":\"ruby\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized),
            (answer.StatusCode, stranger.StatusCode, forger.StatusCode));
    }

    [Fact]
    public async Task Serve_StatusPage_IsForThisMachine()
    {
        await using var served = await ServedTool.StartAsync(_folder, "--demo");

        using var page = await served.GetAsync("/status", token: null);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Serve_Kubeconfig_IsForItsOwnerAlone()
    {
        await using var served = await ServedTool.StartAsync(_folder, "--data", ":memory:", "--namespace", "shop");

        Assert.Contains("    namespace: 'shop'\n", served.Kubeconfig, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(served.KubeconfigFile));
        }
    }

    [Fact]
    public async Task Serve_Stopped_SaysWhereItWasAndEndsWith0()
    {
        await using var served = await ServedTool.StartAsync(_folder, "--data", ":memory:");

        var run = await served.StopAsync();

        Assert.Equal((ToolExitCode.Fine, ""), (run.ExitCode, run.Error));
        Assert.Contains(served.Server, run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(served.Token, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_FileOfAnEarlierRun_HasItsStreams()
    {
        var data = Path.Combine(_folder.Path, "data", "streams.db");
        await using (await ServedTool.StartAsync(_folder, "--demo", "--data", data))
        {
        }

        await using var served = await ServedTool.StartAsync(_folder, "--data", data);

        using var answer = await served.GetAsync("/apis/image.openshift.io/v1/namespaces/default/imagestreams/ruby", served.Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Serve_TokenFile_IsTheToken()
    {
        var file = _folder.Write("token", "a-token-of-my-own\n");

        await using var served = await ServedTool.StartAsync(_folder, "--data", ":memory:", "--token-file", file);

        Assert.Equal("a-token-of-my-own", served.Token);
        using var answer = await served.GetAsync(Streams, served.Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Serve_TokenOfDigits_IsAText()
    {
        var file = _folder.Write("token", "1234567890123456\n");

        await using var served = await ServedTool.StartAsync(_folder, "--data", ":memory:", "--token-file", file, "--namespace", "123");

        Assert.Contains("    token: '1234567890123456'\n", served.Kubeconfig, StringComparison.Ordinal);
        Assert.Contains("    namespace: '123'\n", served.Kubeconfig, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--data", ":memory:")]
    [InlineData("--demo")]
    public async Task Serve_Workloads_AreServedBesideStreams(params string[] args)
    {
        await using var served = await ServedTool.StartAsync(_folder, args);

        using var deployments = await served.GetAsync("/apis/apps/v1/deployments", served.Token);
        using var builds = await served.GetAsync("/apis/build.openshift.io/v1/builds", served.Token);
        using var stranger = await served.GetAsync("/apis/apps/v1/deployments", token: null);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized),
            (deployments.StatusCode, builds.StatusCode, stranger.StatusCode));
    }

    [Fact]
    public async Task Serve_Demo_DeploymentGetsTheImage()
    {
        await using var served = await ServedTool.StartAsync(_folder, "--demo");

        var change = await served.WatchAsync(
            "/apis/apps/v1/namespaces/default/deployments", line => line.Contains("ruby-33@sha256:", StringComparison.Ordinal));

        Assert.Contains("\"name\":\"shop\"", change, StringComparison.Ordinal);
    }
}
