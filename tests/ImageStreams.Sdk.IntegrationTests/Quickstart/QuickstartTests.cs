using System.Net;
using ImageStreams.IntegrationTests.Publishing;
using ImageStreams.IntegrationTests.Registries;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;

namespace ImageStreams.IntegrationTests.Quickstart;

/// <summary>The quickstart as a newcomer runs it.</summary>
public sealed class QuickstartTests(DockerRegistryFixture registry) : IClassFixture<DockerRegistryFixture>
{
    private const string InProcess = ", inside this process";
    private const string InProcessHost = "registry.example.com";

    /// <summary>The output that was reviewed as text.</summary>
    private static string Story { get; } = File.ReadAllText(Path.Combine(
        DotNet.Root, "tests", "ImageStreams.Sdk.IntegrationTests", "Quickstart", "story.txt")).ReplaceLineEndings("\n");

    [Fact]
    public void Story_EveryLine_FitsInto100Columns() =>
        Assert.All(Story.Split('\n'), line => Assert.InRange(line.Length, 0, 100));

    [Fact]
    public async Task Run_WithoutArguments_PrintsTheReviewedStory()
    {
        var run = await QuickstartRun.StartAsync();

        Assert.Equal(Story, run.Output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [RegistryFact]
    public async Task Run_AgainstDockerRegistry_PrintsTheSameStoryEachTime()
    {
        var host = registry.Host;
        var expected = Story
            .Replace(InProcess, "", StringComparison.Ordinal)
            .Replace(InProcessHost, host, StringComparison.Ordinal);

        var first = await QuickstartRun.StartAsync("--registry", host);
        var second = await QuickstartRun.StartAsync("--registry", host);

        Assert.Equal(expected, first.Output);
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Run_UnreachableRegistry_EndsWithOneSentence()
    {
        var run = await QuickstartRun.StartAsync("--registry", "127.0.0.1:1");

        AssertFailed(run, "Cannot push 127.0.0.1:1/quickstart/python:3.8: ");
    }

    [Fact]
    public async Task Run_RegistryRequiresALogin_EndsWithOneSentence()
    {
        await using var server = await LoopbackRegistryServer.StartAsync();
        server.Registry.RequireBasic("user", "pass");

        var run = await QuickstartRun.StartAsync("--registry", server.Host);

        AssertFailed(run, $"Cannot push {server.Host}/quickstart/python:3.8: ");
    }

    [Fact]
    public async Task Run_ImportFails_EndsWithTheReasonOfTheImport()
    {
        await using var server = await LoopbackRegistryServer.StartAsync();
        var missing = new RegistryFault.Status { Code = HttpStatusCode.NotFound };
        server.Registry.FailNext(missing, new RegistryRequestFilter { Method = "HEAD", Resource = RegistryResource.Manifest });
        server.Registry.FailNext(missing, new RegistryRequestFilter { Method = "GET", Resource = RegistryResource.Manifest });

        var run = await QuickstartRun.StartAsync("--registry", server.Host);

        AssertFailed(run, $"Cannot read manifest 3.8 of {server.Host}/quickstart/python: ");
    }

    [Theory]
    [InlineData("now")]
    [InlineData("--registry")]
    [InlineData("--registry", "")]
    [InlineData("--registry", "localhost")]
    [InlineData("--registry", "localhost:port")]
    [InlineData("--registry", "localhost:70000")]
    [InlineData("--registry", "http://localhost:5000")]
    [InlineData("--registry", "localhost:5000/team")]
    [InlineData("--registry", "localhost:5000", "now")]
    public async Task Run_WrongArguments_ShowsUsage(params string[] arguments)
    {
        var run = await QuickstartRun.StartAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("usage: dotnet run --project docs/quickstart", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Help_ShowsUsageAsOutput()
    {
        var run = await QuickstartRun.StartAsync("--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("usage: ", run.Output, StringComparison.Ordinal);
    }

    private static void AssertFailed(QuickstartRun run, string beginning)
    {
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(beginning, run.Error, StringComparison.Ordinal);
        Assert.EndsWith(".\n", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }
}
