using System.Text.Json.Nodes;
using ImageStreams.Storage;
using Xunit.Abstractions;

namespace ImageStreams.Tests.Recordings;

/// <summary>The recordings once more, with the streams in a SQLite file.</summary>
public sealed class RecordingsOnSqliteTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("imagestreams-recordings-");
    private readonly List<SqliteImageStreamStore> _stores = [];

    public static TheoryData<string> Scenarios { get; } = [.. Scenario.All.Select(one => one.Name)];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    [RecordingsTheory]
    [MemberData(nameof(Scenarios))]
    public async Task Replay_Scenario_AnswersAsRecorded(string name)
    {
        var registry = Scenario.ReadRegistry();

        var report = await Replay.RunAsync(name, Scenario.All.Single(one => one.Name == name).Read(registry), registry, Open());

        output.WriteLine(report.ToString());
        Assert.True(report.Different.Count == 0, report.ToString());
        Assert.True(report.AsRecorded > 0, report.Summary);
    }

    [Fact]
    public async Task Replay_Sample_AnswersAsRecorded()
    {
        var registry = new RecordedRegistry([], new Dictionary<string, JsonNode>(), new Dictionary<string, string?>());

        var report = await Replay.RunAsync(SampleRecording.Name, SampleRecording.Read(), registry, Open());

        Assert.Equal("first-steps: 12 requests, 12 as recorded, 0 left out, 0 refused instead of 500, 0 different", report.Summary);
    }

    private SqliteImageStreamStore Open()
    {
        var store = new SqliteImageStreamStore(Path.Combine(_folder.FullName, "store.db"));
        _stores.Add(store);
        return store;
    }
}
