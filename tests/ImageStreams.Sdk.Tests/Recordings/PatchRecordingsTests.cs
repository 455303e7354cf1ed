using Xunit.Abstractions;

namespace ImageStreams.Tests.Recordings;

/// <summary>Patches of a real server, replayed through the embedded engine.</summary>
public class PatchRecordingsTests(ITestOutputHelper output)
{
    public static TheoryData<string> Scenarios { get; } = [.. PatchScenario.All];

    [RecordingsTheory]
    [MemberData(nameof(Scenarios))]
    public async Task Replay_Patches_AnswerAsRecorded(string name)
    {
        var report = await PatchScenario.ReplayAsync(name);

        output.WriteLine(report.ToString());
        Assert.True(report.Different.Count == 0, report.ToString());
    }

    [RecordingsFact]
    public async Task Replay_AllPatches_CountsEveryRequest()
    {
        var reports = new List<ReplayReport>();
        foreach (var name in PatchScenario.All)
        {
            reports.Add(await PatchScenario.ReplayAsync(name));
        }

        var all = ReplayReport.Summarise("patches", reports);
        output.WriteLine(string.Join('\n', reports.Select(report => report.Summary).Append(all)));
        output.WriteLine(string.Join('\n', LeftOutRule.All.Select(rule => "left out: " + rule.Reason)));
        Assert.True(reports.Sum(report => report.AsRecorded) > 0, all);
        Assert.True(reports.Sum(report => report.Different.Count) == 0, all);
    }
}
