using Xunit.Abstractions;

namespace ImageStreams.Tests.Recordings;

/// <summary>Random work on a real server, replayed through the embedded engine.</summary>
public class RandomRecordingsTests(ITestOutputHelper output)
{
    public static TheoryData<string> InRepository { get; } = [.. RandomScenario.InRepository];

    [Theory]
    [MemberData(nameof(InRepository))]
    public async Task Replay_RecordingInRepository_AnswersAsRecorded(string name)
    {
        var report = await RandomScenario.ReplayCommittedAsync(name);

        Assert.True(report.Different.Count == 0, report.ToString());
        Assert.True(report.AsRecorded > 0, report.Summary);
    }

    [RecordingsFact]
    public async Task Replay_AllRandomWork_AnswersAsRecorded()
    {
        var reports = new List<ReplayReport>();
        foreach (var name in RandomScenario.All)
        {
            reports.Add(await RandomScenario.ReplayAsync(name));
        }

        var all = ReplayReport.Summarise("random work", reports);
        output.WriteLine(string.Join('\n', reports.Select(report => report.Summary).Append(all)));
        output.WriteLine(string.Join('\n', OwnWords.All.Select(words => $"own words: {words.Recorded}: {words.Reason}")));
        output.WriteLine(string.Join('\n', reports.SelectMany(report => report.Settled.Select(one => $"settled: {report.Scenario} {one}"))));
        Assert.True(reports.Sum(report => report.AsRecorded) > 0, all);
        var different = reports.Where(report => report.Different.Count > 0);
        Assert.True(!different.Any(), string.Join('\n', different.Append<object>(all)));
    }
}
