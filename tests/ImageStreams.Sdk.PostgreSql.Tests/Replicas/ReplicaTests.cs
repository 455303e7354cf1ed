using System.Diagnostics;
using System.Globalization;
using ImageStreams.Tests.PostgreSql.Servers;
using Xunit.Abstractions;

namespace ImageStreams.Tests.PostgreSql.Replicas;

/// <summary>Several replicas on one store: tags are checked in time, no build is requested twice, and no write is lost, whichever
/// process is killed.</summary>
/// <remarks>The time is that of the environment variable IMAGESTREAMS_REPLICA_SECONDS; without it 60 on CI, and 20 elsewhere.</remarks>
public class ReplicaTests(PostgreSqlFixture fixture, ITestOutputHelper output) : IClassFixture<PostgreSqlFixture>
{
    private const int Seed = 18;
    private const int Tags = 12;
    private const int MaxMovesBetweenKills = 12;

    private static TimeSpan Time => TimeSpan.FromSeconds(int.Parse(
        Environment.GetEnvironmentVariable("IMAGESTREAMS_REPLICA_SECONDS") ?? DefaultSeconds, NumberStyles.None, CultureInfo.InvariantCulture));

    private static string DefaultSeconds => Environment.GetEnvironmentVariable("CI") == "true" ? "60" : "20";

    [PostgreSqlFact]
    public async Task Replicas_OneKilledAgainAndAgain_MissAndRepeatNothing()
    {
        string[] names = [.. Enumerable.Range(0, Tags).Select(i => $"s{i}")];
        await using var fleet = await ReplicaFleet.StartAsync(fixture, fixture.NextSchema(), names);
        var tags = Array.ConvertAll(names, name => new MovingTag(fleet, name));
        var began = Stopwatch.GetTimestamp();
        bool GoesOn() => Stopwatch.GetElapsedTime(began) < Time;

        await Task.WhenAll([KillAsync(fleet, GoesOn), .. tags.Select(tag => Task.Run(() => tag.RunAsync(GoesOn)))]);

        foreach (var tag in tags)
        {
            await tag.AssertCompleteAsync();
        }

        Assert.Equal((long)fleet.Moves, await fleet.QueryAsync("SELECT count(*) FROM builds"));
        var processes = await fleet.QueryAsync("SELECT count(DISTINCT process) FROM builds");
        output.WriteLine($"{Time.TotalSeconds:F0} s, {fleet.Kills} kills, {fleet.Moves} moves, each imported and built once by one of "
            + $"{processes} processes; the slowest took {tags.Max(tag => tag.Longest).TotalSeconds:F1} s.");
    }

    private static async Task KillAsync(ReplicaFleet fleet, Func<bool> goesOn)
    {
        var random = new Random(Seed);
        await Eventually.TrueAsync(() => fleet.Moves >= Tags);
        while (goesOn())
        {
            var next = fleet.Moves + random.Next(1, MaxMovesBetweenKills);
            await Eventually.TrueAsync(() => fleet.Moves >= next || !goesOn());
            await fleet.KillAsync(random.Next());
        }
    }
}
