using ImageStreams.Testing;

namespace ImageStreams.Tests.Testing;

public class WorldFaultsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static TheoryData<string, Func<WorldFaults, IDisposable>, string> OfRegistries => new()
    {
        { "down", faults => faults.RegistryDown(), "InternalError" },
        { "down by host", faults => faults.RegistryDown("registry.example.com"), "InternalError" },
        { "429", faults => faults.TooManyRequests(retryAfter: 60), "TooManyRequests" },
        { "wrong digest", faults => faults.WrongDigest(), "NotFound" },
        { "slower than a request may be", faults => faults.SlowRegistry(TimeSpan.FromMinutes(1)), "InternalError" },
    };

    [Theory]
    [MemberData(nameof(OfRegistries))]
    public async Task OfRegistries_TagsKeepTheirImage_AndMoveOnceItIsOver(
        string fault, Func<WorldFaults, IDisposable> begin, string reason)
    {
        using var world = await ShopWorld.OpenAsync();
        await world.PushAsync(ShopWorld.BaseImage, SyntheticImage.Create("next"));
        var before = world.Log.Count;

        using (begin(world.Faults))
        {
            await world.AdvanceAsync(Hour);
        }

        var failed = world.Log.Skip(before).OfType<WorldEvent.ImportFailed>().ToList();
        Assert.All(failed, one => Assert.Equal(reason, one.Reason));
        Assert.True(failed.Count > 0, fault);
        Assert.Single(world.Builds);

        await world.AdvanceAsync(Hour);
        Assert.Equal(2, world.Builds.Count);
        Assert.Equal(["fault began", "fault ended"], world.Log.OfType<WorldEvent.FaultChanged>().Select(one => one.Kind));
    }

    [Fact]
    public async Task RegistryDown_OtherHost_IsNotAffected()
    {
        using var world = await ShopWorld.OpenAsync();
        await world.PushAsync(ShopWorld.BaseImage, SyntheticImage.Create("next"));

        using (world.Faults.RegistryDown("quay.io"))
        {
            await world.AdvanceAsync(Hour);
        }

        Assert.Equal(2, world.Builds.Count);
    }

    [Theory]
    [InlineData(null, 16)]
    [InlineData(600, 25)]
    [InlineData(3600, 75)]
    public async Task TooManyRequests_RegistryReportsADelay_IsNotContactedUntilThen(int? retryAfter, int minute)
    {
        using var world = await ShopWorld.OpenAsync();
        await world.PushAsync(ShopWorld.BaseImage, SyntheticImage.Create("next"));

        using (world.Faults.TooManyRequests(retryAfter: retryAfter))
        {
            await world.AdvanceAsync(TimeSpan.FromMinutes(10.5));
        }

        await world.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Single(world.Log.OfType<WorldEvent.ImportFailed>());
        Assert.Equal(TimeSpan.FromMinutes(minute), world.Log.OfType<WorldEvent.Imported>().Last().Elapsed);
    }

    [Fact]
    public async Task SlowRegistry_Others_AreNotDelayed()
    {
        using var world = await ShopWorld.OpenAsync();
        await world.PushAsync(ShopWorld.BaseImage, SyntheticImage.Create("next"));
        await world.StartBuildAsync("shop", "myapp");
        await world.AdvanceAsync(TimeSpan.FromMinutes(8));
        var before = world.Log.Count;

        using (world.Faults.SlowRegistry(TimeSpan.FromSeconds(20)))
        {
            await world.AdvanceAsync(TimeSpan.FromMinutes(2));
            await world.StartBuildAsync("shop", "myapp");
            await world.AdvanceAsync(Hour);
        }

        var log = world.Log.Skip(before).ToList();
        var imported = log.OfType<WorldEvent.Imported>().Single();
        Assert.Equal(TimeSpan.FromMinutes(16), imported.Elapsed);
        Assert.Contains(log.OfType<WorldEvent.BuildRequested>(), one => one.Elapsed == TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task BuildFails_NothingIsPushed()
    {
        using var world = await ShopWorld.OpenAsync();
        await world.PushAsync(ShopWorld.BaseImage, SyntheticImage.Create("next"));

        using (world.Faults.BuildFails("shop", "myapp"))
        {
            await world.AdvanceAsync(Hour);
        }

        Assert.Equal(SimulatedBuildPhase.Failed, world.Builds[^1].Phase);
        Assert.Equal("The build failed.", Assert.Single(world.Log.OfType<WorldEvent.BuildFailed>()).Reason);
        Assert.Equal(2, world.Rollouts.Count);
    }

    [Fact]
    public async Task UpdateConflicts_Update_IsRetriedUntilItSucceeds()
    {
        using var world = await ShopWorld.OpenAsync();
        await world.PushAsync(ShopWorld.BaseImage, SyntheticImage.Create("next"));

        using (world.Faults.UpdateConflicts(ShopWorld.Web))
        {
            await world.AdvanceAsync(TimeSpan.FromMinutes(20));
        }

        var tries = world.Log.OfType<WorldEvent.Postponed>().Select(one => one.Elapsed).ToList();
        Assert.Equal([1d, 2, 4, 8], tries.Zip(tries.Skip(1), (one, next) => (next - one).TotalSeconds).Take(4));
        Assert.Equal(2, world.Rollouts.Count);

        await world.AdvanceAsync(Hour);
        Assert.Equal(3, world.Rollouts.Count);
    }
}
