using Xunit.Abstractions;

namespace ImageStreams.Tests.Recordings;

/// <summary>The responses of a real server, compared with the embedded engine's, for each recorded request.</summary>
/// <remarks>
/// The omissions and their reasons are in <see cref="LeftOut"/> and <see cref="LeftOutField"/>; the cluster around is
/// simulated by <see cref="Surroundings"/>, <see cref="RecordedRegistry"/> and <see cref="Replay"/>.
/// </remarks>
public class RecordingsTests(ITestOutputHelper output)
{
    public static TheoryData<string> Scenarios { get; } = [.. Scenario.All.Select(one => one.Name)];

    [RecordingsTheory]
    [MemberData(nameof(Scenarios))]
    public async Task Replay_Scenario_AnswersAsRecorded(string name)
    {
        var report = await RunAsync(name);

        output.WriteLine(report.ToString());
        Assert.True(report.Different.Count == 0, report.ToString());
        Assert.True(report.AsRecorded > 0, report.Summary);
    }

    [RecordingsFact]
    public async Task Replay_AllScenarios_CountsEveryRequest()
    {
        var reports = new List<ReplayReport>();
        foreach (var scenario in Scenario.All)
        {
            reports.Add(await RunAsync(scenario.Name));
        }

        output.WriteLine(string.Join('\n', LeftOut.Everywhere.Select(what => "not compared: " + what)));
        output.WriteLine(string.Join('\n', reports.Select(report => report.Summary)));
        output.WriteLine(ReplayReport.Summarise("recordings", reports));
        Assert.Equal(694, reports.Sum(report => report.Requests));
        Assert.Equal(0, reports.Sum(report => report.Different.Count));
    }

    /// <summary>If the registry lacked an image, its imports would fail, and one failure looks much like another.</summary>
    [RecordingsFact]
    public void ReadRegistry_OfRecordings_HasTheTagsThatAreImported() => Assert.Equal(
        ["1.0.0", "1.0.1", "1.1.0", "2.0.0", "latest"],
        Scenario.ReadRegistry().GetTags("127.0.0.1:5000/test/app").Order(StringComparer.Ordinal));

    [RecordingsFact]
    public void ReadRegistry_Manifests_AreRebuiltByteForByte() => Assert.All(
        Scenario.ReadRegistry().Images.Where(image => image.IsOfOneKindWithOthers), image => Assert.Equal(image.RecordedManifestDigest, image.RebuiltManifestDigest));

    [RecordingsFact]
    public void ReadRegistry_ImageWithRecordedConfiguration_IsRestoredByteForByte()
    {
        var image = Scenario.ReadRegistry().Images.Single(
            one => one.RecordedManifestDigest.StartsWith("sha256:73bed0609b27", StringComparison.Ordinal));

        Assert.Equal(image.RecordedConfigDigest, image.ConfigDigest);
        Assert.Equal(image.RecordedManifestDigest, image.ManifestDigest);
    }

    private static Task<ReplayReport> RunAsync(string name)
    {
        var registry = Scenario.ReadRegistry();
        return Replay.RunAsync(name, Scenario.All.Single(one => one.Name == name).Read(registry), registry);
    }
}
