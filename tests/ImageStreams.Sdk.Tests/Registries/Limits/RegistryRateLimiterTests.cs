using System.Threading.RateLimiting;
using ImageStreams.Registries;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Registries;

public sealed class RegistryRateLimiterTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private RegistryRateLimiter? _limiter;

    public void Dispose() => _limiter?.Dispose();

    [Fact]
    public async Task Acquire_MoreThanAtOnce_WaitUntilOneEnds()
    {
        var limiter = Limiter(new RegistryLimits { MaxConcurrentRequests = 2 });
        var (first, second) = (await AcquireAsync(limiter), await AcquireAsync(limiter));

        var third = AcquireAsync(limiter);
        var waited = !third.IsCompleted;
        first.Dispose();

        Assert.True(waited);
        Assert.True((await third).IsAcquired);
        second.Dispose();
    }

    [Fact]
    public async Task Dispose_Twice_ReleasesOnce()
    {
        var limiter = Limiter(new RegistryLimits { MaxConcurrentRequests = 1 });
        var lease = await AcquireAsync(limiter);

        lease.Dispose();
        lease.Dispose();

        Assert.Equal(1, limiter.GetStatistics(Request())!.CurrentAvailablePermits);
    }

    [Fact]
    public async Task Acquire_OtherHost_DoesNotWait()
    {
        var limiter = Limiter(new RegistryLimits { MaxConcurrentRequests = 1 });
        await AcquireAsync(limiter);

        Assert.True((await AcquireAsync(limiter, registry: "b.example")).IsAcquired);
    }

    [Fact]
    public async Task Acquire_LargeAndSmallRepository_TakeTurns()
    {
        var limiter = Limiter(new RegistryLimits { MaxConcurrentRequests = 1 });
        var holder = await AcquireAsync(limiter);
        var order = new List<string>();
        var large = Enumerable.Range(0, 5).Select(i => WaitAsync(limiter, "large", order)).ToList();
        var small = Enumerable.Range(0, 2).Select(i => WaitAsync(limiter, "small", order)).ToList();

        holder.Dispose();
        await Task.WhenAll([.. large, .. small]);

        Assert.Equal(["large", "small", "large", "small", "large", "large", "large"], order);
    }

    [Fact]
    public async Task Acquire_Budget_AdmitsRequestsOverTime()
    {
        var limiter = Limiter(new RegistryLimits { Budget = new RequestBudget { Requests = 2, Per = TimeSpan.FromSeconds(1) } });
        var leases = Enumerable.Range(0, 4).Select(_ => AcquireAsync(limiter)).ToList();

        Assert.Equal(2, leases.Count(lease => lease.IsCompleted));
        _time.Advance(TimeSpan.FromMilliseconds(500));
        await leases[2];
        Assert.False(leases[3].IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.True((await leases[3]).IsAcquired);
    }

    [Fact]
    public async Task Acquire_Burst_LimitsRequestsAfterAnIdlePeriod()
    {
        var limiter = Limiter(new RegistryLimits { Budget = new RequestBudget { Requests = 100, Burst = 3 } });
        _time.Advance(TimeSpan.FromHours(1));

        var leases = Enumerable.Range(0, 10).Select(_ => AcquireAsync(limiter)).ToList();

        Assert.Equal(3, leases.Count(lease => lease.IsCompleted));
        for (var i = 0; i < 7; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
        }

        await Task.WhenAll(leases);
    }

    [Fact]
    public async Task Acquire_BurstAndALateTimer_AdmitsNoMoreThanTheBurst()
    {
        var limiter = Limiter(new RegistryLimits { Budget = new RequestBudget { Requests = 100, Burst = 3 } });
        var leases = Enumerable.Range(0, 10).Select(_ => AcquireAsync(limiter)).ToList();

        _time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(leases.Take(6));

        Assert.Equal(6, leases.Count(lease => lease.IsCompleted));
    }

    [Fact]
    public async Task Acquire_BudgetOfHoursIsUsedUp_FailsAtOnceAndReportsTheDelay()
    {
        var limiter = Limiter(new RegistryLimits { Budget = new RequestBudget { Requests = 100, Per = TimeSpan.FromHours(6) } });
        for (var i = 0; i < 100; i++)
        {
            (await AcquireAsync(limiter)).Dispose();
        }

        var refused = await AcquireAsync(limiter);

        Assert.False(refused.IsAcquired);
        Assert.True(refused.TryGetMetadata(MetadataName.RetryAfter, out var wait));
        Assert.Equal(TimeSpan.FromSeconds(216), wait);
    }

    [Fact]
    public async Task Acquire_QueueFull_FailsAtOnce()
    {
        var limiter = Limiter(new RegistryLimits { MaxConcurrentRequests = 1, MaxQueued = 1 });
        await AcquireAsync(limiter);
        _ = AcquireAsync(limiter);

        var refused = await AcquireAsync(limiter);

        Assert.False(refused.IsAcquired);
        Assert.False(refused.TryGetMetadata(MetadataName.RetryAfter, out _));
    }

    [Fact]
    public async Task Acquire_LargeRepositoryFillsTheQueue_SmallOneWaitsForItsTurn()
    {
        var limiter = Limiter(new RegistryLimits { Budget = new RequestBudget { Requests = 1 }, MaxWait = TimeSpan.FromSeconds(60) });
        var large = Enumerable.Range(0, 62).Select(_ => AcquireAsync(limiter, "large")).ToList();

        var small = AcquireAsync(limiter, "small");

        Assert.False(large[60].IsCompleted);
        Assert.False((await large[61]).IsAcquired);
        _time.Advance(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await small).IsAcquired);
    }

    [Fact]
    public async Task Acquire_QueueFullWithABudget_ReportsNoDelay()
    {
        var limiter = Limiter(new RegistryLimits { Budget = new RequestBudget { Requests = 1 }, MaxQueued = 1 });
        await AcquireAsync(limiter);
        _ = AcquireAsync(limiter);

        Assert.False((await AcquireAsync(limiter)).TryGetMetadata(MetadataName.RetryAfter, out _));
    }

    [Fact]
    public async Task Dispose_RequestWaits_IsRefused()
    {
        var limiter = Limiter(new RegistryLimits { MaxConcurrentRequests = 1 });
        await AcquireAsync(limiter);
        var waiting = AcquireAsync(limiter);

        await limiter.DisposeAsync();

        Assert.False((await waiting).IsAcquired);
        Assert.False((await AcquireAsync(limiter)).IsAcquired);
    }

    [Fact]
    public async Task Acquire_CanceledInTheQueue_LeavesIt()
    {
        var limiter = Limiter(new RegistryLimits { MaxConcurrentRequests = 1 });
        var holder = await AcquireAsync(limiter);
        using var cancellation = new CancellationTokenSource();
        var canceled = limiter.AcquireAsync(Request(), 1, cancellation.Token).AsTask();
        var next = AcquireAsync(limiter);

        await cancellation.CancelAsync();
        holder.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled);
        Assert.True((await next).IsAcquired);
        Assert.Equal(0, limiter.GetStatistics(Request())!.CurrentQueuedCount);
    }

    [Fact]
    public void Attempt_NoSlot_DoesNotWait()
    {
        var limiter = Limiter(new RegistryLimits { MaxConcurrentRequests = 1 });

        using var first = limiter.AttemptAcquire(Request());
        using var second = limiter.AttemptAcquire(Request());

        Assert.Equal((true, false), (first.IsAcquired, second.IsAcquired));
    }

    [Fact]
    public async Task Acquire_ManyIdleHosts_AreForgotten()
    {
        var limiter = Limiter(new RegistryLimits());
        var lease = await AcquireAsync(limiter, registry: "held.example");
        for (var i = 0; i < 5000; i++)
        {
            (await AcquireAsync(limiter, registry: $"r{i}.example")).Dispose();
        }

        Assert.Equal(15, limiter.GetStatistics(Request(registry: "held.example"))!.CurrentAvailablePermits);
        lease.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Limits_OutOfRange_AreRefused(int value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Use(new() { MaxConcurrentRequests = value }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Use(new() { BreakerMinimumThroughput = value == 0 ? 1 : value }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Use(new() { BreakerFailureRatio = value }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Use(new() { Budget = new() { Requests = value } }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Use(new() { Budget = new() { Requests = 1, Per = TimeSpan.FromSeconds(value) } }));
    }

    private static void Use(RegistryLimits limits) => new HttpRegistryClient(new() { Limits = limits }).Dispose();

    private RegistryRateLimiter Limiter(RegistryLimits limits) => _limiter = new RegistryRateLimiter(_ => limits, _time);

    private static RegistryRequest Request(string repository = "app", string registry = "a.example") =>
        new() { Registry = registry, Repository = repository };

    private static Task<RateLimitLease> AcquireAsync(RegistryRateLimiter limiter, string repository = "app", string registry = "a.example") =>
        limiter.AcquireAsync(Request(repository, registry)).AsTask();

    private static async Task WaitAsync(RegistryRateLimiter limiter, string repository, List<string> order)
    {
        using var lease = await AcquireAsync(limiter, repository);
        order.Add(repository);   // one at a time
    }
}
