using FsCheck.Xunit;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>No caller is overtaken twice: between two turns of one caller, each other waiting caller has one.</summary>
public sealed class FairnessLawTests
{
    [Property(Replay = "37,41", MaxTest = 200)]
    public async Task Acquire_AnyQueue_TurnsRotate(byte[] callers)
    {
        using var limiter = new RegistryRateLimiter(_ => new RegistryLimits { MaxConcurrentRequests = 1 });
        var holder = await limiter.AcquireAsync(CreateRequest("holder"));
        var order = new List<string>();
        var requested = callers.Select(caller => $"r{caller % 5}").ToList();
        var waiting = requested.Select(repository => TakeAsync(limiter, repository, order)).ToList();

        holder.Dispose();
        await Task.WhenAll(waiting);

        AssertTurns(requested, order);
    }

    [Property(Replay = "43,47", MaxTest = 200)]
    public async Task Acquire_SomeGiveUp_TheOthersAreServed(byte[] callers)
    {
        using var limiter = new RegistryRateLimiter(_ => new RegistryLimits { MaxConcurrentRequests = 1 });
        using var cancellation = new CancellationTokenSource();
        var holder = await limiter.AcquireAsync(CreateRequest("holder"));
        var order = new List<string>();
        var staying = callers.Where(caller => caller % 3 != 0).Select(caller => $"r{caller % 5}").ToList();
        var waiting = callers.Select(caller => TakeAsync(
            limiter, $"r{caller % 5}", order, caller % 3 == 0 ? cancellation.Token : default)).ToList();

        await cancellation.CancelAsync();
        holder.Dispose();
        await Task.WhenAll(waiting.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));

        AssertTurns(staying, order);
    }

    private static void AssertTurns(List<string> requested, List<string> order)
    {
        var left = requested.CountBy(caller => caller).ToDictionary();
        var since = left.Keys.ToDictionary(caller => caller, _ => new HashSet<string>());
        Assert.Equal(requested.Order(), order.Order());
        foreach (var caller in order)
        {
            Assert.All(left.Keys.Where(other => left[other] > 0 && other != caller), other =>
                Assert.True(since[other].Add(caller), $"{caller} overtook {other}"));
            left[caller]--;
            since[caller].Clear();
        }
    }

    private static RegistryRequest CreateRequest(string repository) => new() { Registry = "a.example", Repository = repository };

    private static async Task TakeAsync(
        RegistryRateLimiter limiter, string repository, List<string> order, CancellationToken cancellationToken = default)
    {
        using var lease = await limiter.AcquireAsync(CreateRequest(repository), 1, cancellationToken);
        order.Add(repository);   // one at a time
    }
}
