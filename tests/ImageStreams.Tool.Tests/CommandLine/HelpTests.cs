using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

public sealed class HelpTests
{
    public static TheoryData<string> Commands => [.. ToolCommands.CreateParts().Select(command => command.FullName)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_OfEachCommand_HasUsageAndOneExample(string command)
    {
        var run = await ToolRun.RunAsync([.. command.Split(' '), "--help"]);

        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
        Assert.Contains($"imagestreams {command}", run.Out, StringComparison.Ordinal);
        Assert.Single(run.Out.Split('\n'), line => line == "Example:");
        Assert.Empty(run.Error);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Example_OfEachCommand_IsAValidCommandLine(string command)
    {
        var example = ToolCommands.CreateParts().Single(one => one.FullName == command).Example;
        var args = example.Replace("source <(", "", StringComparison.Ordinal).TrimEnd(')').Split(" > ")[0].Split(' ')[1..];

        var root = ToolCommands.CreateRoot(TestEnvironment.Silent);

        Assert.Empty(root.Parse(args).Errors);
    }

    [Fact]
    public async Task Help_OfTheTool_ListsEveryCommandAndExitCode()
    {
        var run = await ToolRun.RunAsync("--help");

        Assert.All(ToolCommands.CreateAll(), command => Assert.Contains($"  {command.Name} ", run.Out, StringComparison.Ordinal));
        Assert.All(ToolExitCode.All, code => Assert.Contains(code.Meaning, run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Version_OfTheTool_IsThatOfItsAssembly()
    {
        var run = await ToolRun.RunAsync("--version");

        Assert.Equal($"imagestreams {typeof(ToolHost).Assembly.GetName().Version!.ToString(3)}\n", run.Out);
    }
}
