using System.Text.RegularExpressions;
using ImageStreams.Clients;
using ImageStreams.Hosting;
using ImageStreams.Importing;
using ImageStreams.Kubernetes;
using ImageStreams.Manifests;
using ImageStreams.References;
using ImageStreams.Storage;
using ImageStreams.AspNetCore;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;
using ImageStreams.Tests.Builders;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Documentation;

/// <summary>Compares the pages with the samples, the files, and the public API.</summary>
public sealed partial class DocumentationTests
{
    private const string Map = "docs/index.md";
    private const string Api = "docs/reference/api.md";
    private const string Keeper = "docs/samples/keeper/Program.cs";

    private static readonly string[] OtherPagesWithChapters =
    [
        "docs/reference/import-failures.md", "docs/reference/json.md", "docs/reference/rate-limits.md", "docs/reference/validation.md",
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
    public void Readme_HasItsSamplesAndTheCommands()
    {
        var blocks = CodeBlock.In("README.md").ToList();

        Assert.Equal(2, blocks.Count(block => block.Language == "csharp"));
        Assert.Equal(
            [
                "dotnet add package ImageStreams.Sdk\ndotnet add package ImageStreams.Sdk.Testing",
                "dotnet tool install ImageStreams.Tool --global\nimagestreams doctor docs/samples/shop",
                "imagestreams impact docs/samples/shop --tag shop/ruby:3.3",
                "dotnet run --project docs/quickstart",
                "tests/run",
            ],
            blocks.Where(block => ShellLanguages.Contains(block.Language)).Select(block => block.Text));
    }

    [Fact]
    public void Pages_EveryLinkToAFile_LeadsSomewhere() => Assert.All(
        Repository.Pages.SelectMany(page => GetLinks(page).Select(link => (page, link))),
        pair => Assert.True(Repository.Exists(Target(pair.page, pair.link)), $"{pair.page}: no {pair.link}"));

    [Fact]
    public void Map_LinksToEveryPage() => Assert.All(
        Repository.Pages.Where(page => page.StartsWith("docs/", StringComparison.Ordinal) && page != Map),
        page => Assert.Contains(page, GetLinks(Map).Select(link => $"docs/{link}")));

    [Fact]
    public void HowToPages_HaveTheSameChapters() => Assert.All(PagesWithChapters(), page => Assert.Equal(
        ["About", "Usage", "Defaults", "Errors", "Anti-patterns"],
        Chapter().Matches(Repository.Read(page)).Select(match => match.Groups[1].Value)));

    [Fact]
    public void References_NamesEveryFailure() => AssertNames<ReferenceFailure>("docs/concepts/references.md");

    [Fact]
    public void Webhooks_NamesEveryFailure() => AssertNames<NotificationFailure>("docs/how-to/webhooks.md");

    [Fact]
    public void StreamsAndTags_NamesEveryFailure() => AssertNames<ApiFailure>("docs/concepts/streams-and-tags.md");

    [Fact]
    public void Stores_NamesEveryFailure() => AssertNames<StoreFailure>("docs/how-to/stores.md");

    [Fact]
    public void Triggers_NamesEveryFailure() => AssertNames<TriggerEditFailure>("docs/how-to/triggers.md");

    [Fact]
    public void Api_NamesEveryPublicType()
    {
        var text = Repository.Read(Api);

        Assert.All(
            PublicTypes().Where(type => !type.IsNested),
            type => Assert.Contains($"| `{GetName(type)}` |", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docs/tasks.md")]
    [InlineData("docs/reference/oc-and-go.md")]
    public void SecondColumn_NamesWhatIsPublic(string page)
    {
        var known = PublicTypes().SelectMany(type => type.GetMembers().Select(member => member.Name).Append(type.Name.Split('`')[0]))
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(GetApiNames(page), name => Assert.True(known.Contains(name), $"{page}: no type or member is called {name}"));
    }

    [Fact]
    public void Pages_EveryMemberOfAPublicType_Exists()
    {
        var types = PublicTypes().ToLookup(type => type.Name, StringComparer.Ordinal);
        var named =
            from page in Repository.Pages
            from match in MemberName().Matches(Repository.Read(page))
            let type = types[match.Groups[1].Value].FirstOrDefault()
            where type is not null
            select (page, match.Value, type, Member: match.Groups[2].Value);

        Assert.All(named, name => Assert.True(name.type.GetMember(name.Member).Length > 0, $"{name.page}: no {name.Value}"));
    }

    /// <summary>The public types of all packages; one type stands for each assembly.</summary>
    private static IEnumerable<Type> PublicTypes() =>
        new[]
        {
            typeof(ImageStream), typeof(ManifestSet), typeof(ImageStreamWorld), typeof(LoopbackRegistryServer), typeof(RegistryWebhookOptions),
            typeof(ControllerLoops), typeof(KubernetesImageStreamClient), typeof(SqliteImageStreamStore), typeof(PostgreSqlImageStreamStore),
        }
        .SelectMany(type => type.Assembly.GetExportedTypes());

    /// <summary>The names of types and members in the second column of a page's tables.</summary>
    private static IEnumerable<string> GetApiNames(string page) =>
        from line in Repository.Read(page).Split('\n')
        where line.StartsWith("| ", StringComparison.Ordinal)
        from code in Code().Matches(line.Split(" | ")[1])
        where !code.Value.Contains('/', StringComparison.Ordinal)
        from name in Name().Matches(code.Value)
        select name.Value;

    private static string GetName(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(argument => argument.Name))}>"
        : type.Name;

    private static IEnumerable<string> PagesWithChapters() => Repository.Pages
        .Where(page => page.StartsWith("docs/concepts/", StringComparison.Ordinal)
            || page.StartsWith("docs/how-to/", StringComparison.Ordinal))
        .Concat(OtherPagesWithChapters);

    private static void AssertNames<TEnum>(string page)
        where TEnum : struct, Enum
    {
        var text = Repository.Read(page);
        Assert.All(Enum.GetNames<TEnum>(), name => Assert.Contains($"| `{name}` |", text, StringComparison.Ordinal));
    }

    private static IEnumerable<CodeBlock> CSharpBlocks() =>
        Repository.Pages.SelectMany(CodeBlock.In).Where(block => block.Language is "csharp" or "cs" or "c#");

    /// <summary>The samples of the tests, and the program of the keeper, which a test runs.</summary>
    private static IEnumerable<Sample> Samples() => Repository.SampleFiles.SelectMany(Sample.In)
        .Append(new Sample("keeper", Repository.Read(Keeper).TrimEnd()));

    private static IEnumerable<string> GetLinks(string page) => Link().Matches(Repository.Read(page))
        .Select(match => match.Groups[1].Value)
        .Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith('#'));

    private static string Target(string page, string link) =>
        Path.Combine(Path.GetDirectoryName(page)!, link.Split('#')[0]);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`([A-Z]\w+)\.([A-Z]\w+)")]
    private static partial Regex MemberName();

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+\b")]
    private static partial Regex Name();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Chapter();
}
