using ImageStreams.Controllers;
using ImageStreams.Storage;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Controllers;

public class ShardWorkTests
{
    [Fact]
    public async Task Stopping_HandlerThatThrows_KeepsNoLeaseFromItsRenewal()
    {
        var storeTime = new FakeTimeProvider();
        var leases = new ShardLeases(
            new InMemoryLeaseStore(storeTime), new ShardLeaseOptions { ShardCount = 1 }, new FakeTimeProvider());
        await leases.RunRoundAsync(CancellationToken.None);
        using var work = leases.TryBegin(0)!;
        using var registration = work.Stopping.Register(static () => throw new IOException("The connection was cut."));

        storeTime.Advance(ShardLeaseOptions.DefaultLeaseDuration);
        await leases.RunRoundAsync(CancellationToken.None);

        Assert.Equal([0], leases.Owned);
        Assert.True(work.Stopping.IsCancellationRequested);
    }
}
