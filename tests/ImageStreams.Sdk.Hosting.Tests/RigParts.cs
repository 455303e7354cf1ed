using ImageStreams.Storage;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Hosting;

/// <summary>The surroundings of hosts: the clock, the registry and the stores.</summary>
internal sealed class RigParts
{
    public RigParts()
    {
        Time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero));
        Registry = new InMemoryRegistry(Time);
        Gate = new GatedRegistry(Registry);
        Store = new InMemoryImageStreamStore(timeProvider: Time);
        State = new FaultyStateStore();
        Leases = new HangingLeases(new InMemoryLeaseStore(Time));
    }

    public FakeTimeProvider Time { get; }

    public InMemoryRegistry Registry { get; }

    /// <summary>The registry as the hosts see it.</summary>
    public GatedRegistry Gate { get; }

    public IImageStreamStore Store { get; set; }

    public FaultyStateStore State { get; }

    public HangingLeases Leases { get; }
}
