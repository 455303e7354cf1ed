using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Storage;

public sealed class InMemoryLeaseStoreTests : LeaseStoreContract
{
    private readonly FakeTimeProvider _time = new();

    public InMemoryLeaseStoreTests() => Leases = new InMemoryLeaseStore(_time);

    protected override ILeaseStore Leases { get; }

    protected override Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_change_of_the_system_clock_ends_no_lease()
    {
        var clock = new FakeTimeProvider();
        var leases = new InMemoryLeaseStore(new SteppingClock(clock));
        var lease = await leases.TryAcquireAsync("shard/7", "one", Term);

        Assert.Null(await leases.TryAcquireAsync("shard/7", "two", Term));
        Assert.Equal([lease!], await leases.ListAsync());
    }

    /// <summary>A clock whose time of day moves by a day at each look, and whose timestamps do not.</summary>
    private sealed class SteppingClock(TimeProvider inner) : TimeProvider
    {
        private int _looks;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow().AddDays(_looks++);

        public override long GetTimestamp() => inner.GetTimestamp();

        public override long TimestampFrequency => inner.TimestampFrequency;
    }
}
