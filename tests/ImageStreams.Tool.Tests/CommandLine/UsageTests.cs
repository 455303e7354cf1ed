using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

public sealed class UsageTests
{
    [Theory]
    [InlineData("doctr")]
    [InlineData("doctor --fail-on nothing")]
    [InlineData("doctor --output xml")]
    [InlineData("doctor --param NAME")]
    [InlineData("doctor --param =value")]
    [InlineData("doctor --fix --output json")]
    [InlineData("resolve .")]
    [InlineData("resolve . --all --tag a:b")]
    [InlineData("impact .")]
    [InlineData("impact . --tag a:b --image quay.io/a/b:1")]
    [InlineData("impact . --move a:b")]
    [InlineData("impact . --tag a:b --threshold many")]
    [InlineData("outdated --budget 0")]
    [InlineData("pin --only secrets")]
    [InlineData("forecast . --changes-per-day -1")]
    [InlineData("forecast . --changes-per-day NaN")]
    [InlineData("forecast . --changes-per-day 1e300")]
    [InlineData("lock verify --max-age -1")]
    [InlineData("lock verify --max-age 100000000")]
    [InlineData("completion tcsh")]
    public async Task RunAsync_WrongCommandLine_SaysSoAndExitsWith2(string line)
    {
        var run = await ToolRun.RunAsync(line.Split(' '));

        Assert.Equal(ToolExitCode.Usage, run.ExitCode);
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task RunAsync_NoCommand_IsAUsageError()
    {
        var run = await ToolRun.RunAsync();

        Assert.Equal(ToolExitCode.Usage, run.ExitCode);
    }

    [Fact]
    public async Task RunAsync_PathThatDoesNotExist_CouldNotBeDone()
    {
        var run = await ToolRun.RunAsync("doctor", "/does/not/exist.yaml");

        Assert.Equal(ToolExitCode.Failed, run.ExitCode);
        Assert.Contains("/does/not/exist.yaml", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_CanceledToken_ExitsWith130()
    {
        var run = await ToolRun.RunAsync(new ToolSetting { Cancellation = new CancellationToken(canceled: true) }, "doctor", RepositoryFiles.Shop);

        Assert.Equal(ToolExitCode.Interrupted, run.ExitCode);
    }
}
