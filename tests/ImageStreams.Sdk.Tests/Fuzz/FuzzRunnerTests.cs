using System.Text;
using ImageStreams.Fuzz;

namespace ImageStreams.Tests.Fuzz;

/// <summary>What the program does with a target that fails.</summary>
public sealed class FuzzRunnerTests
{
    private static readonly byte[][] Seeds = [Encoding.UTF8.GetBytes("some text with an x in it")];

    [Fact]
    public void Run_TargetFails_ReportsTheMinimizedInputAndHowToSeeItAgain()
    {
        var run = new TargetRun(new Refusing((byte)'x'), seed: 7);

        run.Run(1000);

        var failure = Assert.IsType<FuzzFailure>(run.Failure);
        Assert.Equal("x", Encoding.UTF8.GetString(failure.Minimized));
        Assert.Contains($"--target refusing --seed 7 --iteration {failure.Iteration}", $"{failure}", StringComparison.Ordinal);
    }

    [Fact]
    public void RunOne_NumberOfAFailure_FailsAgainWithTheSameInput()
    {
        var first = new TargetRun(new Refusing((byte)'x'), seed: 7);
        first.Run(1000);
        var second = new TargetRun(new Refusing((byte)'x'), seed: 7);

        second.RunOne(first.Failure!.Iteration);

        Assert.Equal(first.Failure.Input, second.Failure!.Input);
    }

    [Fact]
    public void Run_TargetFails_IsNotRunAgainAndEndsTheRun()
    {
        var runner = new FuzzRunner(new FuzzOptions { Duration = TimeSpan.FromDays(1) }, TimeProvider.System);

        var report = runner.Run([new Refusing((byte)'x')]);

        Assert.Single(report.Failures);
    }

    [Theory]
    [InlineData("--seconds", "soon")]
    [InlineData("--seconds")]
    [InlineData("--colour", "red")]
    [InlineData("--target", "nothing")]
    public void CommandLine_BadArguments_Exit2(params string[] args) =>
        Assert.Equal(2, CommandLine.Run(args, TextWriter.Null, TextWriter.Null));

    [Fact]
    public void CommandLine_OneInputThatHolds_Exit0()
    {
        using var output = new StringWriter();

        Assert.Equal(0, CommandLine.Run(["--target", "digest", "--seed", "3", "--iteration", "5"], output, TextWriter.Null));
        Assert.Contains("seed 3", output.ToString(), StringComparison.Ordinal);
    }

    private sealed class Refusing(byte refused) : FuzzTarget("refusing", Seeds, new TokenSet { Texts = [[refused]] })
    {
        public override void Check(ReadOnlySpan<byte> input) => Expect.That(input.IndexOf(refused) < 0, "there is none");
    }
}
