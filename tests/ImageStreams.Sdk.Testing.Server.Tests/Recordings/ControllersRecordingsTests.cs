using ImageStreams.Tests.Documentation;
using ImageStreams.Tests.Recordings;
using Xunit.Abstractions;

namespace ImageStreams.Tests.TestingServer;

/// <summary>The objects that clients saw in a real cluster while its controllers ran, replayed against a fake cluster with its own.</summary>
/// <remarks>The run writes what differs to <c>artifacts/replay/controllers.txt</c>.</remarks>
public sealed class ControllersRecordingsTests(ITestOutputHelper output)
{
    private const double Floor = 99.5;

    [ClusterRecordingsFact]
    public async Task Replay_Controllers_ObjectsAtRestAreAsRecorded()
    {
        var results = new List<ReplayedRequest>();
        var lines = new List<string>();
        var registry = StoredRegistry.Read(Path.Combine(ClusterRecordings.Folder, "..", "random", "registry-content.json"));
        foreach (var scenario in ClusterRecordings.Find("controllers-"))
        {
            var replayed = await ControllersReplay.RunAsync(ClusterRecordings.ReadAll(scenario), registry);
            var compared = replayed.Where(static one => ControllersLeftOut.Find(one.Exchange) is null).ToList();
            lines.Add($"{scenario}: {compared.Count(one => one.IsEqual)} of {compared.Count}");
            lines.AddRange(compared.Where(one => !one.IsEqual).Select(one => one.ToString()));
            results.AddRange(compared);
        }

        var percent = 100.0 * results.Count(one => one.IsEqual) / results.Count;
        var summary = FormattableString.Invariant(
            $"controllers: {results.Count(one => one.IsEqual)} of {results.Count} answers as recorded ({percent:0.0} %)");
        Write(string.Join('\n', [summary, .. lines, "", "Left out:", .. NotOurs.Reasons, .. ControllersLeftOut.Reasons]));
        output.WriteLine(summary);
        Assert.True(percent >= Floor, summary);
    }

    private static void Write(string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "replay"));
        File.WriteAllText(Path.Combine(folder.FullName, "controllers.txt"), text);
    }
}
