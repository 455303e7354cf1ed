using System.Text.RegularExpressions;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>The commands on the pages run, and their output is the one shown.</summary>
public sealed partial class PageCommandTests
{
    private static readonly string[] Pages = ["README.md", "docs/how-to/ci-gate.md", "docs/how-to/impact.md", "docs/how-to/pin-images.md"];

    /// <summary>Every command line over the sample folder, those of the steps of the pipeline included.</summary>
    public static TheoryData<string> Commands =>
        [.. Pages.SelectMany(page => Command().Matches(RepositoryFiles.Read(page)).Select(match => match.Value)).Distinct()];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Pages_CommandOverTheSampleFolder_CanBeCarriedOut(string line)
    {
        var run = await ToolRun.RunAsync(ToArguments(line));

        Assert.Contains(run.ExitCode, new[] { ToolExitCode.Fine, ToolExitCode.Findings });
        Assert.NotEmpty(run.Out);
    }

    [Fact]
    public async Task Readme_TextBelowTheCommands_IsTheirOutput()
    {
        var page = RepositoryFiles.Read("README.md");

        Assert.All(
            await RunAsync("doctor docs/samples/shop", "impact docs/samples/shop --tag shop/ruby:3.3"),
            output => Assert.Contains($"```text\n{output}```", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Impact_TextBelowTheCommand_IsItsOutput()
    {
        var page = RepositoryFiles.Read("docs/how-to/impact.md");

        Assert.All(
            await RunAsync("impact docs/samples/shop --tag shop/ruby:3.3"),
            output => Assert.Contains($"```text\n{output}```", page, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> RunAsync(params string[] lines)
    {
        var outputs = new List<string>();
        foreach (var line in lines)
        {
            var run = await ToolRun.RunAsync(ToArguments($"imagestreams {line}"));
            outputs.Add(run.Out.Replace(RepositoryFiles.Root + "/", "", StringComparison.Ordinal));
        }

        return outputs;
    }

    private static string[] ToArguments(string line) =>
        line.Replace("docs/samples/shop", RepositoryFiles.Shop, StringComparison.Ordinal).Split(' ')[1..];

    [GeneratedRegex(@"(?<=^\s*(- run: |run: )?)imagestreams \w+ docs/samples/shop[^>\n]*(?<! )", RegexOptions.Multiline)]
    private static partial Regex Command();
}
