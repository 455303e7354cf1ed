using ImageStreams.Tests.Documentation;
using ImageStreams.Tests.Recordings;
using Xunit.Abstractions;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The requests that real clients sent to a real server, sent to the served API byte for byte.</summary>
/// <remarks>Each run writes what differs to <c>artifacts/replay/GROUP.txt</c>.</remarks>
public class HttpRecordingsTests(ITestOutputHelper output)
{
    public static TheoryData<string> Groups { get; } = [.. HttpGroup.All.Select(group => group.Name)];

    [RecordingsTheory]
    [MemberData(nameof(Groups))]
    public async Task Replay_Group_AnswersAsRecorded(string name)
    {
        var group = HttpGroup.All.Single(one => one.Name == name);

        var reports = await group.RunAsync();

        var summary = HttpReport.Summarize(name, reports);
        output.WriteLine(string.Join('\n', reports.Select(report => HttpReport.Summarize(report.Scenario, [report])).Append(summary)));
        Write(name, string.Join('\n', reports.Select(report => report.ToString()).Prepend(summary)));
        Assert.True(100.0 * reports.Sum(one => one.AsRecorded) / reports.Sum(one => one.Compared) >= group.Floor, summary);
        Assert.All(reports, report => Assert.True(report.Different == 0, report.ToString()));
    }

    private static void Write(string name, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "replay"));
        File.WriteAllText(Path.Combine(folder.FullName, name + ".txt"), text);
    }
}
