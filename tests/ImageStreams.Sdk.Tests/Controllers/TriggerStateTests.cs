using ImageStreams.Controllers;
using ImageStreams.Storage;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Controllers;

public class TriggerStateTests : StormTestBase
{
    private readonly TriggerControllerOptions _options = new()
    {
        Fuse = new TriggerFuseOptions { MaxFirings = 2, Window = TimeSpan.FromHours(1) },
    };

    private static TriggerObject App { get; } = new() { Kind = "BuildConfig", Namespace = "shop", Name = "app" };

    [Fact]
    public async Task RestoreState_CountedFirings_CountOn()
    {
        var before = await FireAsync(2);
        TimeProvider.Advance(TimeSpan.FromMinutes(30));
        var after = Restart(before.TakeStateChanges());

        after.Observe(Stream("ruby", '3'));
        after.Observe(Build("app", "ruby"));

        Assert.Equal(["app Held"], await ReactAsync(after));
    }

    [Fact]
    public async Task RestoreState_FiringsBeforeTheWindow_DoNotCountAndAreForgotten()
    {
        var state = (await FireAsync(2)).TakeStateChanges();
        TimeProvider.Advance(TimeSpan.FromHours(1));
        var after = Restart(state);

        Assert.Null(Assert.Single(after.TakeStateChanges()).Value);
        after.Observe(Stream("ruby", '3'));
        after.Observe(Build("app", "ruby"));
        Assert.Equal(["app BuildStarted"], await ReactAsync(after));
    }

    [Fact]
    public async Task RestoreState_OpenFuse_StaysOpenUntilItIsReleased()
    {
        var before = await FireAsync(3);
        var trip = Assert.Single(before.Trips);
        var after = Restart(before.TakeStateChanges());
        Assert.Equal(trip, Assert.Single(after.Trips));

        after.Observe(Stream("ruby", '4'));
        after.Observe(Build("app", "ruby"));
        Assert.Equal(["app Held"], await ReactAsync(after));
        Assert.Equal(2, Assert.Single(after.Trips).SuppressedFirings);
        after.Release(App);
        Assert.Equal(["app BuildStarted"], await ReactAsync(after));
    }

    [Fact]
    public async Task RestoreState_Failures_AreRetriedWhenTheyWouldHaveBeen()
    {
        Target.Result = new TriggerTargetResult.Refused { Message = "No." };
        var before = await FireAsync(1);
        await RunAsync(before, TimeSpan.FromSeconds(60));
        var requests = Target.Requests.Count;
        var next = before.NextDue;

        var after = Restart(before.TakeStateChanges());
        after.Observe(Build("app", "ruby"));
        after.Observe(Stream("ruby", '1'));

        Assert.Null(await after.ReactAsync());
        Assert.Equal(next, after.NextDue);
        TimeProvider.Advance(next!.Value - Now);
        var retried = Assert.IsType<TriggerReaction.Postponed>(await after.ReactAsync());
        Assert.Equal([TriggerCause.Retried.Instance], retried.Causes);
        Assert.Equal(TimeSpan.FromSeconds(64), retried.RetryAt - Now);
        Assert.Equal(requests + 1, Target.Requests.Count);
    }

    [Fact]
    public async Task TakeStateChanges_NothingToRemember_IsEmpty()
    {
        var controller = Create(new TriggerControllerOptions());
        controller.Observe(Stream("ruby", '1'));
        controller.Observe(Build("app", "ruby"));
        await ReactAsync(controller);
        controller.Remove(App);

        Assert.Empty(controller.TakeStateChanges());
    }

    [Theory]
    [InlineData("triggers", "BuildConfig shop/app", "")]
    [InlineData("triggers", "BuildConfig shop/app", "[]")]
    [InlineData("triggers", "BuildConfig shop/app", "{\"fired\":7}")]
    [InlineData("triggers", "BuildConfig shop/app", "{\"trip\":{\"since\":\"yesterday\"}}")]
    [InlineData("triggers", "BuildConfig shop/app", "{\"failures\":1e99}")]
    [InlineData("triggers", "BuildConfig shop/app", "{\"seen\":[{\"tag\":\"\",\"image\":null}]}")]
    [InlineData("triggers", "BuildConfig", "{}")]
    [InlineData("trigger-pauses", "*", "null")]
    [InlineData("trigger-pauses", "", "{\"since\":\"2026-01-01T00:00:00Z\"}")]
    [InlineData("imports", "shop/ruby", "{}")]
    public async Task RestoreState_DamagedRecords_AreIgnored(string section, string key, string value)
    {
        var controller = Restart([new StateRecord(section, key, value)]);
        controller.Observe(Stream("ruby", '1'));
        controller.Observe(Build("app", "ruby"));

        Assert.Empty(controller.Pauses);
        Assert.Equal(["app BuildStarted"], await ReactAsync(controller));
    }

    [Fact]
    public async Task RestoreState_Twice_CountsOnce()
    {
        var before = await FireAsync(1);
        var state = before.TakeStateChanges();
        var after = Restart([.. state, .. state]);
        after.RestoreState(state);

        after.Observe(Stream("ruby", '2'));
        after.Observe(Build("app", "ruby"));

        Assert.Equal(["app BuildStarted"], await ReactAsync(after));
    }

    private async Task<TriggerController> FireAsync(int times)
    {
        var controller = Create(_options);
        controller.Observe(Build("app", "ruby"));
        for (var i = 1; i <= times; i++)
        {
            controller.Observe(Stream("ruby", (char)('0' + i)));
            await ReactAsync(controller);
        }

        return controller;
    }

    private TriggerController Restart(IReadOnlyList<StateRecord> state)
    {
        var controller = Create(_options);
        controller.RestoreState(state);
        return controller;
    }
}
