using ImageStreams.Collections;
using ImageStreams.Storage;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Controllers;

/// <summary>A store of leases that is slow and fails, before or after it has done what was asked.</summary>
internal sealed class UnreliableLeaseStore(ILeaseStore store, FakeTimeProvider timeProvider, Random random) : ILeaseStore
{
    private readonly List<Func<ValueTask>> _late = [];

    /// <summary>The share of requests that fail, from 0 to 1.</summary>
    public double Failures { get; set; }

    /// <summary>The share of failed requests that reach the store later, out of order.</summary>
    public double LateRequests { get; set; }

    /// <summary>The longest time that passes before a request reaches the store, and again before it is answered.</summary>
    public TimeSpan MaxLatency { get; set; }

    /// <summary>Gets or sets a value indicating whether releases are not answered, and reach the store later.</summary>
    public bool HoldsReleases { get; set; }

    /// <summary>Is invoked whenever time has passed.</summary>
    public Action Passed { get; set; } = static () => { };

    public async ValueTask<Lease?> TryAcquireAsync(
        string name, string holder, TimeSpan duration, CancellationToken cancellationToken = default) =>
        await RunAsync(() => store.TryAcquireAsync(name, holder, duration, CancellationToken.None));

    public async ValueTask<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken = default)
    {
        if (HoldsReleases)
        {
            _late.Add(async () => await store.ReleaseAsync(lease, CancellationToken.None));
            throw new StoreException(StoreFailure.Unavailable, "The store of leases is not available.");
        }

        return await RunAsync(() => store.ReleaseAsync(lease, CancellationToken.None));
    }

    public async ValueTask<ValueList<Lease>> ListAsync(string prefix = "", CancellationToken cancellationToken = default) =>
        await RunAsync(() => store.ListAsync(prefix, CancellationToken.None));

    /// <summary>The number of requests that have not reached the store.</summary>
    public int LateCount => _late.Count;

    /// <summary>Lets one of the late requests reach the store.</summary>
    public async Task ArriveAsync()
    {
        if (_late.Count > 0)
        {
            var index = random.Next(_late.Count);
            var request = _late[index];
            _late.RemoveAt(index);
            await request();
        }
    }

    private async ValueTask<T> RunAsync<T>(Func<ValueTask<T>> request)
    {
        Pass();
        if (random.NextDouble() >= Failures)
        {
            var result = await request();
            Pass();
            return result;
        }

        await FailAsync(async () => await request());
        throw new StoreException(StoreFailure.Unavailable, "The store of leases is not available.");
    }

    private async ValueTask FailAsync(Func<ValueTask> request)
    {
        switch (random.Next(2))
        {
            case 0 when random.NextDouble() < LateRequests:
                _late.Add(request);
                break;
            case 1:
                await request();
                break;
        }

        Pass();
    }

    private void Pass()
    {
        if (MaxLatency > TimeSpan.Zero)
        {
            timeProvider.Advance(MaxLatency * random.NextDouble());
            Passed();
        }
    }
}
