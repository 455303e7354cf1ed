using System.Globalization;
using ImageStreams.Tests.PostgreSql.Servers;
using ImageStreams.Tests.Sqlite;
using Xunit.Abstractions;
using WritingProcess = ImageStreams.Tests.Sqlite.StoreProcess;

namespace ImageStreams.Tests.PostgreSql.Failures;

/// <summary>A process that is killed at random moments while it writes, and one that is watched.</summary>
/// <remarks>The number of kills is that of the environment variable IMAGESTREAMS_KILLS; 20 without it.</remarks>
public class ProcessKillTests(PostgreSqlFixture fixture, ITestOutputHelper output) : IClassFixture<PostgreSqlFixture>
{
    private const int Seed = 18;
    private const int Writers = 8;
    private const int MaxWrites = 200;
    private const string Kind = "postgres";
    private readonly string _schema = fixture.NextSchema();

    private static int Kills => int.Parse(
        Environment.GetEnvironmentVariable("IMAGESTREAMS_KILLS") ?? "20", NumberStyles.None, CultureInfo.InvariantCulture);

    private string Place => $"{fixture.Server.ConnectionString};Search Path={_schema}";

    [PostgreSqlFact]
    public async Task Kill_AtRandomMoments_KeepsEveryAcknowledgedWriteOnce()
    {
        var random = new Random(Seed);
        var history = new VersionHistory(Writers);
        await using var store = fixture.CreateStore(_schema);
        await store.OpenAsync();
        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var process = WritingProcess.StartWriting(Kind, Place, Writers);
            var writes = random.Next(1, MaxWrites);
            await Eventually.TrueAsync(() => process.Count >= writes);
            var acknowledged = await process.KillAsync();

            await history.ReadOnAsync(store);
            history.RequireAll(acknowledged);
        }

        output.WriteLine($"{Kills} kills, {history.Acknowledged} writes acknowledged, {history.Changes} found, "
            + $"{history.Changes - history.Acknowledged} of them in flight at a kill.");
        Assert.InRange(history.Changes - history.Acknowledged, 0, Kills * Writers);
    }

    [PostgreSqlFact]
    public async Task Watch_AnotherProcessWrites_ReportsEveryWriteOnceAndInOrder()
    {
        const int writes = 1000;
        var history = new VersionHistory(Writers);
        await using var store = fixture.CreateStore(_schema);
        await store.OpenAsync();
        await using var writing = WritingProcess.StartWriting(Kind, Place, Writers);
        var watching = history.WatchUntilAsync(store, writes);

        await watching.WaitAsync(TimeSpan.FromMinutes(1));
        var acknowledged = await writing.StopAsync();
        await history.ReadOnAsync(store);

        history.RequireAll(acknowledged);
        Assert.Equal(history.Changes, history.Acknowledged);
    }
}
