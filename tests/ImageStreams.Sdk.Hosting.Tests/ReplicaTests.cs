using ImageStreams.Controllers;
using ImageStreams.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Hosting;

/// <summary>Two hosts that share stores and leases.</summary>
public sealed class ReplicaTests
{
    private const int Streams = 20;

    private static readonly string[] Names = [.. Enumerable.Range(0, Streams).Select(static i => $"app{i}")];

    [Fact]
    public async Task TwoHosts_DivideTheStreams()
    {
        var parts = await CreateAsync();
        await using var first = await StartAsync(parts, "first");
        await using var second = await StartAsync(parts, "second");

        await first.AdvanceUntilAsync(() => Count(first) == 8 && Count(second) == 8);
        await first.AdvanceUntilAsync(() => Known(first).Count + Known(second).Count == Streams);

        Assert.Empty(Known(first).Intersect(Known(second), StringComparer.Ordinal));
        Assert.All([first, second], static rig => Assert.NotEmpty(Known(rig)));
    }

    [Fact]
    public async Task OneHostStops_TheOtherTakesOverWithTheTimesThatItHad()
    {
        var parts = await CreateAsync();
        await using var first = await StartAsync(parts, "first");
        await using var second = await StartAsync(parts, "second");
        await first.AdvanceUntilAsync(() => Count(first) == 8 && Count(second) == 8);
        await first.AdvanceUntilAsync(() => Names.All(name => FindChecked(first, second, name) is not null));
        var before = Names.ToDictionary(static name => name, name => FindChecked(first, second, name), StringComparer.Ordinal);

        await first.StopAsync();
        await second.AdvanceUntilAsync(() => Count(second) == 16 && Known(second).Count == Streams);

        Assert.All(Names, name => Assert.Equal(before[name], second.FindLastChecked(name, "1")));
    }

    [Fact]
    public async Task OneHostHangs_TheOtherTakesOverWithinTheLease()
    {
        var parts = await CreateAsync();
        await using var first = await StartAsync(parts, "first");
        await using var second = await StartAsync(parts, "second");
        await first.AdvanceUntilAsync(() => Count(first) == 8 && Count(second) == 8);

        parts.Leases.Hang("first");
        var since = parts.Time.GetUtcNow();
        await second.AdvanceUntilAsync(() => Count(second) == 16);

        Assert.InRange(parts.Time.GetUtcNow() - since, TimeSpan.Zero, 2 * ShardLeaseOptions.DefaultLeaseDuration);
        await second.AdvanceUntilAsync(() => Count(first) == 0 && Known(first).Count == 0);
    }

    [Fact]
    public async Task TwoHosts_StartEachBuildOnce()
    {
        var parts = await CreateAsync();
        var target = new RecordingTarget(parts.Time);
        await using var first = await StartAsync(parts, "first", target);
        await using var second = await StartAsync(parts, "second", target);
        await first.AdvanceUntilAsync(() => Count(first) == 8 && Count(second) == 8);
        foreach (var name in Names)
        {
            target.Source.Set(Shop.Build($"{name}-build", name));
        }

        await first.AdvanceUntilAsync(() => target.Builds.Count >= Streams);

        Assert.Equal(Streams, target.Builds.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Streams, target.Builds.Count);
        Assert.All([first, second], static rig => Assert.NotEmpty(rig.Reports.LastReactions));
    }

    [Fact]
    public async Task Pause_AtOneHost_CountsAtBoth()
    {
        var parts = await CreateAsync();
        await using var first = await StartAsync(parts, "first");
        await using var second = await StartAsync(parts, "second");

        first.Get<TriggerController>().Pause(Shop.Web);
        await first.AdvanceUntilAsync(() => second.Get<TriggerController>().Pauses.Count == 1);
        second.Get<TriggerController>().Resume(Shop.Web);

        await first.AdvanceUntilAsync(() => first.Get<TriggerController>().Pauses.Count == 0);
    }

    [Fact]
    public async Task PauseOfImports_AtOneHost_CountsWhereverTheStreamIsImported()
    {
        var parts = await CreateAsync();
        await using var first = await StartAsync(parts, "first");
        await using var second = await StartAsync(parts, "second");
        await first.AdvanceUntilAsync(() => ArePaused(first, second) == false);

        first.Imports.Schedule.Pause(Shop.Name(Names[0]));
        second.Imports.Schedule.Pause(Shop.Name(Names[1]));
        await first.AdvanceUntilAsync(() => ArePaused(first, second) == true);
        await first.AdvanceUntilAsync(() => first.Imports.Schedule.Resume(Shop.Name(Names[1]), parts.Time.GetUtcNow()));
        await first.AdvanceUntilAsync(() => second.Imports.Schedule.Resume(Shop.Name(Names[0]), parts.Time.GetUtcNow()));

        await first.AdvanceUntilAsync(() => ArePaused(first, second) == false);
    }

    /// <summary>Tells whether the first two streams are paused where they are imported; null when they differ, or are not
    /// imported now.</summary>
    private static bool? ArePaused(params HostRig[] rigs)
    {
        var paused = Names[..2].Select(name => rigs.SelectMany(rig => rig.Imports.Schedule.Find(Shop.Name(name)).Select(static tag => tag.IsPaused))).ToList();
        return paused.All(static tags => tags.Any()) && paused.SelectMany(static tags => tags).Distinct().ToList() is [var all] ? all : null;
    }

    private static int Count(HostRig rig) => rig.Get<ActiveShards>().All.Count;

    private static List<string> Known(HostRig rig) => [.. Names.Where(name => rig.Imports.Schedule.Find(Shop.Name(name)).Count > 0)];

    private static DateTimeOffset? FindChecked(HostRig first, HostRig second, string name) =>
        first.FindLastChecked(name, "1") ?? second.FindLastChecked(name, "1");

    private static async Task<RigParts> CreateAsync()
    {
        var parts = new RigParts();
        using var rig = HostRig.Create(static _ => { }, parts).Host;
        var client = rig.Services.GetRequiredService<ImageStreams.Clients.IImageStreamClient>();
        foreach (var name in Names)
        {
            Shop.Push(parts, name, name);
            await client.Streams.CreateAsync(Shop.Stream(name));
        }

        return parts;
    }

    private static Task<HostRig> StartAsync(RigParts parts, string replica, RecordingTarget? target = null) => HostRig.StartAsync(
        streams =>
        {
            streams.Services.AddSingleton(target ?? new RecordingTarget(parts.Time));
            streams.AddImportController(static imports => imports.Interval = TimeSpan.FromDays(1))
                .AddTriggerController<RecordingTarget>()
                .UseReplicas(leases => leases.ReplicaId = replica);
        },
        parts);
}
