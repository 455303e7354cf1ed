using System.Globalization;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("bash", "complete -o default -F _imagestreams imagestreams")]
    [InlineData("zsh", "compdef _imagestreams imagestreams")]
    [InlineData("fish", "complete -c imagestreams")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName imagestreams")]
    public async Task Completion_OfEachShell_RegistersAScriptThatAsksTheTool(string shell, string registration)
    {
        var run = await ToolRun.RunAsync("completion", shell);

        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
        Assert.Contains(registration, run.Out, StringComparison.Ordinal);
        Assert.Contains("[suggest:", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("dotnet-suggest", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("imagestreams d", "doctor")]
    [InlineData("imagestreams doctor --f", "--fail-on")]
    [InlineData("imagestreams doctor --fail-on ", "warning")]
    [InlineData("imagestreams completion ", "fish")]
    public async Task Suggest_PartOfALine_SuggestsWhatCanFollow(string line, string expected)
    {
        var run = await ToolRun.RunAsync($"[suggest:{line.Length.ToString(CultureInfo.InvariantCulture)}]", line);

        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
        Assert.Contains(expected, run.Out.Split('\n').Select(one => one.TrimEnd('\r')));
    }
}
