using System.Globalization;
using ImageStreams.IntegrationTests.Registries;
using ImageStreams.Registries;
using Xunit.Abstractions;

namespace ImageStreams.IntegrationTests.Soak;

/// <summary>Imports through a faulty proxy for a given time: nothing may leak, and every tag is right at the end.</summary>
/// <remarks>
/// Counted are the connections to the proxy, the requests that it is answering, timers (each time limit has one), and the
/// memory after a fifth of the time and at the end. Ten seconds, one minute on CI, or what <c>SOAK_MINUTES</c> says:
/// <code>SOAK_MINUTES=10 dotnet test -c Release tests/ImageStreams.Sdk.IntegrationTests --filter SoakTests</code>
/// </remarks>
[Collection(SoakCollection.Name)]
public sealed class SoakTests(QuietRegistryFixture registry, ITestOutputHelper output) : IClassFixture<QuietRegistryFixture>
{
    private const int Seed = 42;
    private const int MaxTimers = 8;
    private const long MaxGrowth = 4 << 20;

    private static TimeSpan Duration =>
        Environment.GetEnvironmentVariable("SOAK_MINUTES") is { Length: > 0 } minutes
            ? TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture))
            : Environment.GetEnvironmentVariable("CI") == "true" ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(10);

    [RegistryFact]
    public async Task Import_ThroughAFaultyProxy_LeaksNothingAndEndsRight()
    {
        var faults = new SeededFaults(Seed);
        await using var proxy = await FaultyProxy.StartAsync(registry.Address, faults.Next);
        var timers = Timer.ActiveCount;
        using var rig = new ImportRig(Client(), watchHistory: 16);
        var run = new SoakRun(registry, proxy, rig);
        await run.PrepareAsync();

        await run.RunAsync(Duration / 5);
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        await run.RunAsync(Duration * 4 / 5);
        var growth = GC.GetTotalMemory(forceFullCollection: true) - memory;

        faults.Heal();
        await Eventually.TrueAsync(run.IsRightAsync);
        Assert.True(run.Imported > 0 && run.Failed > 0);
        Assert.InRange(growth, long.MinValue, MaxGrowth);
        Assert.InRange(Connections.To(proxy.Address.Port), 0, RegistryTransportOptions.DefaultMaxConnectionsPerHost);

        rig.Dispose();
        await Eventually.TrueAsync(() => proxy.InProgress == 0 && Connections.To(proxy.Address.Port) == 0);
        await Eventually.TrueAsync(() => Timer.ActiveCount <= timers + MaxTimers);
        output.WriteLine($"{run.Imported} imported, {run.Failed} failed, memory grew by {growth} bytes");
    }

    private static HttpRegistryClient Client() => new(new()
    {
        MaxAttempts = 3,
        AttemptTimeout = TimeSpan.FromMilliseconds(200),
        RetryDelay = TimeSpan.FromMilliseconds(1),
        Limits = new RegistryLimits { BreakerBreakDuration = TimeSpan.FromMilliseconds(500) },
    });
}
