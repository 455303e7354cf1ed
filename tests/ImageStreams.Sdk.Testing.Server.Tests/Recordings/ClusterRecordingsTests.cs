using ImageStreams.Tests.Documentation;
using Xunit.Abstractions;

namespace ImageStreams.Tests.TestingServer;

/// <summary>What a real server answered about Deployments, Secrets, Leases and other objects, replayed against a fake cluster.</summary>
/// <remarks>Each run writes what differs to <c>artifacts/replay/GROUP.txt</c>.</remarks>
public sealed class ClusterRecordingsTests(ITestOutputHelper output)
{
    [ClusterRecordingsTheory]
    [InlineData("patch-core", 97)]
    [InlineData("patch-rules-list-types", 99)]
    public async Task Replay_Group_AnswersAsRecorded(string group, double floor)
    {
        var results = new List<ReplayedRequest>();
        var lines = new List<string>();
        foreach (var scenario in ClusterRecordings.Find(group))
        {
            var replayed = await ClusterReplay.RunAsync(ClusterRecordings.Read(scenario), HasControllers(scenario));
            lines.Add($"{scenario}: {replayed.Count(one => one.IsEqual)} of {replayed.Count}");
            lines.AddRange(replayed.Where(one => !one.IsEqual).Select(one => one.ToString()));
            results.AddRange(replayed);
        }

        var percent = 100.0 * results.Count(one => one.IsEqual) / results.Count;
        var summary = FormattableString.Invariant(
            $"{group}: {results.Count(one => one.IsEqual)} of {results.Count} answers as recorded ({percent:0.0} %)");
        Write(group, string.Join('\n', lines.Prepend(summary)));
        output.WriteLine(summary);
        Assert.True(percent >= floor, summary);
    }

    private static bool HasControllers(string scenario) =>
        scenario.StartsWith("patch-core-dc", StringComparison.Ordinal) || scenario.StartsWith("patch-rules", StringComparison.Ordinal);

    private static void Write(string name, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "replay"));
        File.WriteAllText(Path.Combine(folder.FullName, name + ".txt"), text);
    }
}
