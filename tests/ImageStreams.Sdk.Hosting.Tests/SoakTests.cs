using System.Diagnostics;
using System.Globalization;
using ImageStreams.Testing;
using Xunit.Abstractions;

namespace ImageStreams.Tests.Hosting;

/// <summary>Runs a host on a SQLite file for a given time, and stops it: nothing may leak.</summary>
/// <remarks>
/// Counted are the memory, the open files and the timers after a fifth of the time and at the end. Ten seconds, one minute on
/// CI, or what <c>SOAK_MINUTES</c> says:
/// <code>SOAK_MINUTES=10 dotnet test -c Release tests/ImageStreams.Sdk.Hosting.Tests --filter SoakTests</code>
/// </remarks>
[Collection(SoakCollection.Name)]
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int MaxHandles = 16;
    private const int MaxTimers = 16;
    private const long MaxGrowth = 4 << 20;

    private static TimeSpan Duration =>
        Environment.GetEnvironmentVariable("SOAK_MINUTES") is { Length: > 0 } minutes
            ? TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture))
            : Environment.GetEnvironmentVariable("CI") == "true" ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Host_RunsAndIsStopped_LeaksNothing()
    {
        using var folder = new TemporaryFolder();
        using var registry = new InMemoryRegistry { MaxRequests = 0 };
        var timersBefore = Timer.ActiveCount;
        await using var host = new SoakHost(folder.GetFile("soak.db"), registry);
        await host.StartAsync();

        await host.RunAsync(Duration / 5);
        var (memory, handles, timers) = Measure();
        await host.RunAsync(Duration * 4 / 5);
        var (memoryAtEnd, handlesAtEnd, timersAtEnd) = Measure();

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{host.Builds} builds; memory {memory} to {memoryAtEnd}, handles {handles} to {handlesAtEnd}, timers {timers} to {timersAtEnd}"));
        Assert.True(host.Builds > 0);
        Assert.Equal(20, host.Reports.LastImports.Count);
        Assert.InRange(memoryAtEnd - memory, long.MinValue, MaxGrowth);
        Assert.InRange(handlesAtEnd - handles, int.MinValue, MaxHandles);
        Assert.InRange(timersAtEnd - timers, long.MinValue, MaxTimers);

        await host.DisposeAsync();
        await Eventually.TrueAsync(() => Timer.ActiveCount <= timersBefore + MaxTimers);
    }

    private static (long Memory, int Handles, long Timers) Measure()
    {
        using var process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true), process.HandleCount, Timer.ActiveCount);
    }
}
