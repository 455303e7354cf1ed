using System.Text.Json.Nodes;
using ImageStreams.Clients;
using Xunit.Abstractions;

namespace ImageStreams.Tests.Recordings;

/// <summary>The recordings once more, with the client of a cluster: its requests have the answers that the recorded ones had.</summary>
public sealed class RecordingsOverHttpTests(ITestOutputHelper output) : IAsyncLifetime
{
    // Asks for versions of the future, which the server waits for on the clock of the recording, and that stands still meanwhile.
    private const string Watches = "imagestream-watch";

    private readonly List<ConnectedClient> _connected = [];

    public static TheoryData<string> Scenarios { get; } = [.. Scenario.All.Select(one => one.Name).Where(name => name != Watches)];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var client in _connected)
        {
            await client.DisposeAsync();
        }
    }

    [RecordingsTheory]
    [MemberData(nameof(Scenarios))]
    public async Task Replay_Scenario_AnswersAsRecorded(string name)
    {
        var registry = Scenario.ReadRegistry();

        var report = await Replay.RunAsync(
            name, Scenario.All.Single(one => one.Name == name).Read(registry), registry, connect: ConnectAsync);

        output.WriteLine(report.ToString());
        Assert.True(report.Different.Count == 0, report.ToString());
        Assert.True(report.AsRecorded > 0, report.Summary);
    }

    [Fact]
    public async Task Replay_Sample_AnswersAsRecorded()
    {
        var registry = new RecordedRegistry([], new Dictionary<string, JsonNode>(), new Dictionary<string, string?>());

        var report = await Replay.RunAsync(SampleRecording.Name, SampleRecording.Read(), registry, connect: ConnectAsync);

        Assert.Equal("first-steps: 12 requests, 12 as recorded, 0 left out, 0 refused instead of 500, 0 different", report.Summary);
    }

    private async Task<IImageStreamClient> ConnectAsync(ReplayedCluster cluster)
    {
        var connected = await ConnectedClient.StartAsync(cluster);
        _connected.Add(connected);
        return connected.Client;
    }
}
