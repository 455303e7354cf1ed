using System.Text.Json.Nodes;
using ImageStreams.Tests.Recordings;
using Xunit.Abstractions;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Some recordings that are in the repository, sent to the served API byte for byte.</summary>
public class HttpCommittedTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Recordings");

    public static TheoryData<string> Patches { get; } = [.. List("Committed")];

    public static TheoryData<string> Random { get; } = [.. List("Random")];

    [Theory]
    [MemberData(nameof(Patches))]
    public async Task Replay_PatchesAndWatches_AnswersAsRecorded(string name)
    {
        // None of these streams can be imported: the registry has nothing.
        var registry = new RecordedRegistry([], new Dictionary<string, JsonNode>(), new Dictionary<string, string?>());

        Check(await HttpReplay.RunAsync(name, Read("Committed", name), registry));
    }

    [Theory]
    [MemberData(nameof(Random))]
    public async Task Replay_RandomWork_AnswersAsRecorded(string name)
    {
        var registry = StoredRegistry.Read(Path.Combine(Folder, "Random", "registry-content.json"));

        Check(await HttpReplay.RunAsync(name, Read("Random", name), registry));
    }

    private static IEnumerable<string> List(string folder) =>
        Directory.GetFiles(Path.Combine(Folder, folder), "*.jsonl").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static IReadOnlyList<HttpExchange> Read(string folder, string name) =>
        HttpExchangeReader.Read(Path.Combine(Folder, folder, name + ".jsonl"));

    private void Check(HttpReport report)
    {
        output.WriteLine(report.ToString());
        Assert.True(report is { Different: 0, LeftOut: 0 }, report.ToString());
    }
}
