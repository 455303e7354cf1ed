namespace ImageStreams.Tests.Controllers;

/// <summary>Random schedules of replicas that join, leave, die and stall, on a store that is slow and fails.</summary>
public class ShardScheduleTests
{
    private const int Steps = 60;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task RandomSchedule_NeverHasTwoOwners_AndDividesAllInTheEnd(int seed)
    {
        var world = new ShardWorld(seed);
        for (var step = 0; step < Steps; step++)
        {
            await DisturbAsync(world);
            await world.RunAsync(ShardWorld.LeaseDuration * (world.Random.NextDouble() * 1.5));
        }

        (world.Store.Failures, world.Store.MaxLatency) = (0, TimeSpan.Zero);
        if (world.Replicas.Count == 0)
        {
            world.Join();
        }

        await world.RunAsync(ShardWorld.LeaseDuration * 4);
        world.CheckDivision();
    }

    private static async Task DisturbAsync(ShardWorld world)
    {
        var any = world.Replicas.Count > 0 ? world.Replicas[world.Random.Next(world.Replicas.Count)] : null;
        switch (world.Random.Next(8))
        {
            case 0 or 1 when world.Replicas.Count < 5:
                world.Join();
                break;
            case 2 when any is not null:
                any.IsDead = true;
                break;
            case 3 when any is not null:
                await any.Leases.EndAsync();
                any.IsDead = true;
                break;
            case 4 when any is not null:
                any.Next += ShardWorld.LeaseDuration * (world.Random.NextDouble() * 3);   // the process stalls
                break;
            case 5:
                world.Store.Failures = world.Random.NextDouble() * 0.6;
                world.Store.LateRequests = world.Random.NextDouble();
                break;
            case 6:
                world.Store.MaxLatency = TimeSpan.FromSeconds(world.Random.NextDouble() * 2);
                break;
            case 7:
                await world.Store.ArriveAsync();
                break;
        }
    }
}
