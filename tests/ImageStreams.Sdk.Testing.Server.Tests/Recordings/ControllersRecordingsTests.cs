using ImageStreams.Kubernetes;
using ImageStreams.Tests.Documentation;
using ImageStreams.Tests.Recordings;
using Xunit.Abstractions;

namespace ImageStreams.Tests.TestingServer;

/// <summary>The objects that clients saw in a real cluster while its controllers ran, replayed against a fake cluster with its own.</summary>
/// <remarks>The runs write what differs to <c>artifacts/replay/controllers*.txt</c>.</remarks>
public sealed class ControllersRecordingsTests(ITestOutputHelper output)
{
    private static readonly string[] Silent = ["triggers-deploymentconfig", "triggers-buildconfig", "triggers-workloads", "reference-and-lookup-policy"];

    [ClusterRecordingsFact]
    public Task Replay_Controllers_ObjectsAtRestAreAsRecorded() =>
        ReplayAsync("controllers", ClusterRecordings.Find("controllers-"), floor: 99.5);

    /// <summary>Those that an application runs, over HTTP, under the name of the recorded ones.</summary>
    [ClusterRecordingsFact]
    public Task Replay_RemoteControllersThatPatch_ObjectsAtRestAreAsRecorded() => ReplayAsync(TriggerWriting.PatchImages);

    [ClusterRecordingsFact]
    public Task Replay_RemoteControllersThatReplace_ObjectsAtRestAreAsRecorded() => ReplayAsync(TriggerWriting.ReplaceObjects);

    // These do not tell of the writes of controllers, which run here wherever the client paused.
    [ClusterRecordingsFact]
    public Task Replay_OlderRecordings_ObjectsAtRestAreAsRecorded() =>
        ReplayAsync("controllers-older", Silent.Select(static one => "../" + one), floor: 94);

    private Task ReplayAsync(TriggerWriting writing)
    {
        var remote = new KubernetesControllerOptions
        {
            TakesOver = true,
            Writing = writing,
            FieldManager = KubernetesControllerOptions.OpenShiftFieldManager,
        };
        return ReplayAsync($"controllers-{writing}", ClusterRecordings.Find("controllers-"), floor: 99.5, remote);
    }

    private async Task ReplayAsync(string name, IEnumerable<string> scenarios, double floor, KubernetesControllerOptions? remote = null)
    {
        var results = new List<ReplayedRequest>();
        var lines = new List<string>();
        var registry = StoredRegistry.Read(Path.Combine(ClusterRecordings.Folder, "..", "random", "registry-content.json"));
        foreach (var scenario in scenarios)
        {
            var replayed = await ControllersReplay.RunAsync(ClusterRecordings.ReadAll(scenario), registry, remote);
            var compared = replayed.Where(one => ControllersLeftOut.Find(one.Exchange, remote is not null) is null).ToList();
            lines.Add($"{scenario}: {compared.Count(one => one.IsEqual)} of {compared.Count}");
            lines.AddRange(compared.Where(one => !one.IsEqual).Select(one => one.ToString()));
            results.AddRange(compared);
        }

        var percent = 100.0 * results.Count(one => one.IsEqual) / results.Count;
        var summary = FormattableString.Invariant(
            $"{name}: {results.Count(one => one.IsEqual)} of {results.Count} answers as recorded ({percent:0.0} %)");
        Write(name, string.Join('\n', [summary, .. lines, "", "Left out:", .. NotOurs.Reasons, .. ControllersLeftOut.Reasons]));
        output.WriteLine(summary);
        Assert.True(percent >= floor, summary);
    }

    private static void Write(string name, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "replay"));
        File.WriteAllText(Path.Combine(folder.FullName, name + ".txt"), text);
    }
}
