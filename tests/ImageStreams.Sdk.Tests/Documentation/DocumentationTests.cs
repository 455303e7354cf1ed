using System.Text.RegularExpressions;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Tests.Builders;

namespace ImageStreams.Tests.Documentation;

/// <summary>What the documentation shows is what the tests run.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] HowToPages =
    [
        "docs/concepts/references.md", "docs/reference/json.md", "docs/concepts/streams-and-tags.md", "docs/concepts/resolution.md", "docs/reference/validation.md",
        "docs/how-to/stores.md", "docs/how-to/registries.md", "docs/how-to/testing.md", "docs/concepts/image-lookup.md", "docs/how-to/impact.md",
        "docs/how-to/build-chains.md", "docs/how-to/controllers.md", "docs/how-to/simulated-world.md", "docs/how-to/trigger-doctor.md",
        "docs/how-to/triggers.md", "docs/how-to/mirrors.md", "docs/reference/import-failures.md", "docs/how-to/webhooks.md", "docs/reference/rate-limits.md",
        "docs/how-to/importing.md", "docs/how-to/telemetry.md",
    ];
    private static readonly string[] ShellLanguages = ["sh", "bash", "shell", "console", "powershell"];

    [Fact]
    public void Pages_EveryCSharpBlock_IsASampleThatTheTestsRun()
    {
        var samples = Samples().Select(sample => sample.Text).ToHashSet(StringComparer.Ordinal);

        Assert.All(CSharpBlocks(), block => Assert.True(
            samples.Contains(block.Text), $"{block.Page}({block.Line}): no test has this code:\n{block.Text}"));
    }

    [Fact]
    public void Samples_EachOne_IsShownOnAPage()
    {
        var shown = CSharpBlocks().Select(block => block.Text).ToHashSet(StringComparer.Ordinal);

        Assert.All(Samples(), sample => Assert.True(shown.Contains(sample.Text), $"no page shows '{sample.Name}'"));
    }

    [Fact]
    public void Readme_HasOneSampleAndTheTwoCommands()
    {
        var blocks = CodeBlock.In("README.md").ToList();

        Assert.Single(blocks, block => block.Language == "csharp");
        Assert.Equal(
            ["dotnet run --project docs/quickstart", "tests/run", "dotnet add package ImageStreams.Sdk"],
            blocks.Where(block => ShellLanguages.Contains(block.Language)).Select(block => block.Text));
    }

    [Fact]
    public void Pages_EveryLinkToAFile_LeadsSomewhere() => Assert.All(
        Repository.Pages.SelectMany(page => GetLinks(page).Select(link => (page, link))),
        pair => Assert.True(Repository.Exists(Target(pair.page, pair.link)), $"{pair.page}: no {pair.link}"));

    [Fact]
    public void HowToPages_HaveTheSameChapters() => Assert.All(HowToPages, page => Assert.Equal(
        ["About", "Usage", "Defaults", "Errors", "Anti-patterns"],
        Chapter().Matches(Repository.Read(page)).Select(match => match.Groups[1].Value)));

    [Fact]
    public void References_NamesEveryKindOfError() => AssertNames<ReferenceFailure>("docs/concepts/references.md");

    [Fact]
    public void Webhooks_NamesEveryKindOfError() => AssertNames<NotificationFailure>("docs/how-to/webhooks.md");

    private static void AssertNames<TEnum>(string page)
        where TEnum : struct, Enum
    {
        var text = Repository.Read(page);
        Assert.All(Enum.GetNames<TEnum>(), name => Assert.Contains($"| `{name}` |", text, StringComparison.Ordinal));
    }

    private static IEnumerable<CodeBlock> CSharpBlocks() =>
        Repository.Pages.SelectMany(CodeBlock.In).Where(block => block.Language is "csharp" or "cs" or "c#");

    private static IEnumerable<Sample> Samples() => Repository.SampleFiles.SelectMany(Sample.In);

    private static IEnumerable<string> GetLinks(string page) => Link().Matches(Repository.Read(page))
        .Select(match => match.Groups[1].Value)
        .Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith('#'));

    private static string Target(string page, string link) =>
        Path.Combine(Path.GetDirectoryName(page)!, link.Split('#')[0]);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Chapter();
}
