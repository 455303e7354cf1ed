using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

/// <summary>The replay itself, on a recording in the repository.</summary>
public class ReplayTests
{
    [Fact]
    public async Task Run_Sample_AnswersAsRecorded()
    {
        var report = await RunAsync(SampleRecording.Read());

        Assert.True(report.Different.Count == 0, report.ToString());
        Assert.Equal("first-steps: 12 requests, 12 as recorded, 0 left out, 0 refused instead of 500, 0 different", report.Summary);
    }

    [Fact]
    public async Task Run_AnswerWithOtherField_IsDifferent()
    {
        var report = await RunAsync(SampleRecording.Read().Select(one =>
            one.Sequence == 5 ? one with { Body = With(one.Body!, "generation", 2) } : one));

        var (exchange, differences) = Assert.Single(report.Different);
        Assert.Equal(5, exchange.Sequence);
        Assert.Equal("$.metadata.generation: recorded 2, ours 1", Assert.Single(differences));
    }

    [Fact]
    public async Task Run_OtherStatus_IsDifferent()
    {
        var report = await RunAsync(SampleRecording.Read().Select(one =>
            one.Sequence == 5 ? one with { Status = 404 } : one));

        var difference = Assert.Single(report.Different).Differences[0];
        Assert.StartsWith("Status: recorded 404, ours 200", difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WatchThatReportedLess_IsDifferent()
    {
        var report = await RunAsync(SampleRecording.Read().Select(one =>
            one.Events is { } events ? one with { Events = [.. events.Take(1)] } : one));

        Assert.StartsWith(
            "$: recorded 1 items", Assert.Single(Assert.Single(report.Different).Differences), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_RequestWithoutMember_IsDifferent()
    {
        var exchange = SampleRecording.Read()[0];

        var report = await RunAsync([exchange with { Request = exchange.Request with { Method = "OPTIONS" } }]);

        Assert.Equal("The client has no member for the request.", Assert.Single(report.Different).Differences[0]);
    }

    private static JsonNode With(JsonNode stream, string field, int value)
    {
        var changed = stream.DeepClone();
        changed["metadata"]![field] = value;
        return changed;
    }

    private static Task<ReplayReport> RunAsync(IEnumerable<Exchange> exchanges) =>
        Replay.RunAsync(SampleRecording.Name, [.. exchanges], new RecordedRegistry([], new Dictionary<string, JsonNode>(), new Dictionary<string, string?>()));
}
