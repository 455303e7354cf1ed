using System.Text.RegularExpressions;
using ImageStreams.Importing;
using ImageStreams.References;

namespace ImageStreams.Tests.Documentation;

/// <summary>What the documentation shows is what the tests run.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] HowToPages =
    [
        "docs/references.md", "docs/json.md", "docs/streams-and-tags.md", "docs/resolution.md", "docs/validation.md",
        "docs/stores.md", "docs/registries.md", "docs/testing.md", "docs/image-lookup.md", "docs/impact.md",
        "docs/build-chains.md", "docs/controllers.md", "docs/simulated-world.md", "docs/trigger-doctor.md",
        "docs/triggers.md", "docs/mirrors.md", "docs/import-failures.md", "docs/webhooks.md", "docs/rate-limits.md",
        "docs/importing.md", "docs/telemetry.md",
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
        Repository.Pages.SelectMany(page => LinksOf(page).Select(link => (page, link))),
        pair => Assert.True(Repository.Exists(Target(pair.page, pair.link)), $"{pair.page}: no {pair.link}"));

    [Fact]
    public void HowToPages_HaveTheSameChapters() => Assert.All(HowToPages, page => Assert.Equal(
        ["About", "Usage", "Defaults", "Errors", "Anti-patterns"],
        Chapter().Matches(Repository.Read(page)).Select(match => match.Groups[1].Value)));

    [Fact]
    public void References_NamesEveryKindOfError() => AssertNames<ReferenceErrorKind>("docs/references.md");

    [Fact]
    public void Webhooks_NamesEveryKindOfError() => AssertNames<NotificationErrorKind>("docs/webhooks.md");

    private static void AssertNames<TEnum>(string page)
        where TEnum : struct, Enum
    {
        var text = Repository.Read(page);
        Assert.All(Enum.GetNames<TEnum>(), name => Assert.Contains($"| `{name}` |", text, StringComparison.Ordinal));
    }

    private static IEnumerable<CodeBlock> CSharpBlocks() =>
        Repository.Pages.SelectMany(CodeBlock.In).Where(block => block.Language is "csharp" or "cs" or "c#");

    private static IEnumerable<Sample> Samples() => Repository.SampleFiles.SelectMany(Sample.In);

    private static IEnumerable<string> LinksOf(string page) => Link().Matches(Repository.Read(page))
        .Select(match => match.Groups[1].Value)
        .Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith('#'));

    private static string Target(string page, string link) =>
        Path.Combine(Path.GetDirectoryName(page)!, link.Split('#')[0]);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Chapter();
}
