using System.Text.Json;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>The page on the command line has what the command tree and the output have.</summary>
public sealed class CommandLinePageTests
{
    public static TheoryData<string> Commands => [.. ToolCommands.CreateParts().Select(command => command.FullName)];

    public static TheoryData<string> Recordings =>
        [.. Directory.GetFiles(RepositoryFiles.Golden, "*.json").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Page_EachCommand_IsThatOfTheTree(string name)
    {
        var command = ToolCommands.CreateParts().Single(one => one.FullName == name);
        if (GoldenFile.IsAccepting)
        {
            CommandLinePage.Accept(command);
        }

        Assert.Contains(CommandLinePage.Format(command), RepositoryFiles.Read(CommandLinePage.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_EachExitCode_IsThatOfTheTool() => Assert.All(ToolExitCode.All, one => Assert.Contains(
        $"| {one.Code} | {one.Meaning} |", RepositoryFiles.Read(CommandLinePage.Path), StringComparison.Ordinal));

    [Fact]
    public void Page_EachCode_IsThatOfARule() => Assert.All(ProblemRules.All.Concat(ValidationRules.All), rule => Assert.Contains(
        $"| {rule.Code} | {FindingWriter.ToWord(rule.Severity)} | {rule.Title} |", RepositoryFiles.Read(CommandLinePage.Path), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Page_EachFieldOfTheJson_IsDescribed(string recording)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFiles.Golden, recording)));
        var page = RepositoryFiles.Read(CommandLinePage.Path);

        Assert.Equal(JsonOutput.SchemaVersion, json.RootElement.GetProperty("schemaVersion").GetInt32());
        Assert.All(
            FindNames(json.RootElement).Distinct(),
            name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    /// <summary>Finds the names of all fields; a converted object has those of Kubernetes.</summary>
    private static IEnumerable<string> FindNames(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(
            member => member.Name == "deployment" ? [member.Name] : FindNames(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(FindNames),
        _ => [],
    };
}
