using System.Globalization;
using ImageStreams.Storage;
using Xunit.Abstractions;

namespace ImageStreams.Tests.Sqlite;

/// <summary>A process that is killed at random moments while it writes.</summary>
/// <remarks>The number of kills is that of the environment variable IMAGESTREAMS_KILLS; 15 without it.</remarks>
public sealed class CrashTests(ITestOutputHelper output) : IDisposable
{
    private const int Seed = 18;
    private const int Writers = 8;
    private const int MaxMilliseconds = 300;
    private readonly TemporaryFolder _folder = new();

    private static int Kills => int.Parse(
        Environment.GetEnvironmentVariable("IMAGESTREAMS_KILLS") ?? "15", NumberStyles.None, CultureInfo.InvariantCulture);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kill_AtRandomMoments_KeepsEveryAcknowledgedWriteOnce()
    {
        var random = new Random(Seed);
        var history = new VersionHistory(Writers);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var acknowledged = await WriteUntilKilledAsync(TimeSpan.FromMilliseconds(random.Next(MaxMilliseconds)));

            await using var store = new SqliteImageStreamStore(_folder.File());
            await history.ReadOnAsync(store);
            history.RequireAll(acknowledged);
        }

        output.WriteLine($"{Kills} kills, {history.Acknowledged} writes acknowledged, {history.Changes} found, "
            + $"{history.Changes - history.Acknowledged} of them in flight at a kill.");
        Assert.Equal("ok", await RawSqlite.QueryAsync(_folder.File(), "PRAGMA integrity_check"));
        Assert.InRange(history.Changes - history.Acknowledged, 0, Kills * Writers);
    }

    [Fact]
    public async Task Watch_AnotherProcessWrites_ReportsEveryWriteOnceAndInOrder()
    {
        await using var store = new SqliteImageStreamStore(_folder.File());
        var history = new VersionHistory(Writers);
        await store.OpenAsync();
        await using var other = StoreProcess.StartWriting("sqlite", _folder.File(), Writers);
        await other.First;
        var watching = history.WatchUntilAsync(store, 500);

        await watching.WaitAsync(TimeSpan.FromMinutes(1));
        var acknowledged = await other.StopAsync();
        await history.ReadOnAsync(store);

        history.RequireAll(acknowledged);
        Assert.Equal(history.Changes, history.Acknowledged);
    }

    private async Task<IReadOnlyList<AcknowledgedWrite>> WriteUntilKilledAsync(TimeSpan time)
    {
        await using var process = StoreProcess.StartWriting("sqlite", _folder.File(), Writers);
        await process.First.WaitAsync(TimeSpan.FromMinutes(1));
        await Task.Delay(time, TimeProvider.System);
        return await process.KillAsync();
    }
}
