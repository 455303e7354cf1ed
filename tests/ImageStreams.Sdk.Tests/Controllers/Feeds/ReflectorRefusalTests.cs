using ImageStreams.Clients;
using ImageStreams.Controllers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Controllers;

/// <summary>Reflectors of objects that may not be seen, or of too many.</summary>
public sealed class ReflectorRefusalTests : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly ScriptedSource _source = new() { Listed = [Stream("shop", "a"), Stream("shop", "b"), Stream("shop", "c")] };
    private readonly CancellationTokenSource _end = new(TimeSpan.FromSeconds(60));
    private readonly LogLines<Reflector<ImageStream>> _log = new(LogLevel.Information);
    private Task _running = Task.CompletedTask;

    private static DateTimeOffset Start => new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
    }

    [Theory]
    [InlineData(ApiFailure.Forbidden, "may not be listed, and are none until they may; they are looked for every 00:01:00. Forbidden")]
    [InlineData(ApiFailure.NotFound, "The API does not have imagestreams; they are looked for every 00:01:00.")]
    public async Task Run_ListIsRefused_NoneUntilItIsAllowed(ApiFailure reason, string line)
    {
        _source.Failures.Enqueue(Failure(reason));
        var reflector = Run(new ReflectorOptions { RecheckInterval = Minute });

        await reflector.WhenSyncedAsync();
        var refused = reflector.Status;
        await ListAgainAsync(reflector);

        Assert.Equal((true, 0, Start), (refused.HasSynced, refused.Objects, refused.RefusedSince));
        Assert.StartsWith("not yet listed", refused.ToString(), StringComparison.Ordinal);
        Assert.Equal((3, null), (reflector.Status.Objects, reflector.Status.RefusedSince));
        Assert.Single(_log.Lines, one => one.EndsWith(line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_WatchIsRefusedForTheTime_DropsTheObjectsAndListsAgain()
    {
        var reflector = Run(new ReflectorOptions { RecheckInterval = Minute, DropRefusedAfter = Minute });
        var watch = await _source.Watched;
        _source.Failures.Enqueue(Failure(ApiFailure.Forbidden));

        watch.OnInterrupted!(Failure(ApiFailure.Forbidden));
        _time.Advance(Minute - TimeSpan.FromTicks(1));
        watch.OnInterrupted(Failure(ApiFailure.Forbidden));
        var kept = reflector.Objects.Count;
        _time.Advance(TimeSpan.FromTicks(1));
        watch.OnInterrupted(Failure(ApiFailure.Forbidden));
        var left = reflector.Objects.Count;
        await ListAgainAsync(reflector);

        Assert.Equal((3, 0, 3), (kept, left, reflector.Objects.Count));
        Assert.Equal(2, reflector.Status.Lists);
    }

    [Fact]
    public async Task Run_WatchWorksInBetween_KeepsTheObjects()
    {
        var reflector = Run(new ReflectorOptions { DropRefusedAfter = Minute });
        var watch = await _source.Watched;

        watch.OnInterrupted!(Failure(ApiFailure.Unauthorized));
        _time.Advance(2 * Minute);
        watch.OnInterrupted(null);
        watch.OnInterrupted(Failure(ApiFailure.Unauthorized));

        Assert.Equal(3, reflector.Objects.Count);
    }

    [Fact]
    public async Task Run_MoreThanTheLimit_LeavesThemOutAndSaysSoOnce()
    {
        var reflector = Run(new ReflectorOptions { MaxObjects = 2 });
        await _source.Watched;

        Assert.Equal(["a", "b"], reflector.Objects.All.Select(static one => one.Name).Order(StringComparer.Ordinal));
        Assert.True(reflector.Status.HasLeftOut);
        Assert.Single(_log.Lines, static line => line.EndsWith("There are more than 2 imagestreams; the others are left out.", StringComparison.Ordinal));
    }

    private static ApiException Failure(ApiFailure reason) => new(reason, new KubernetesStatus { Message = $"{reason}" });

    // The wait begins at some time after the refusal.
    private async Task ListAgainAsync(Reflector<ImageStream> reflector)
    {
        while (reflector.Objects.Count == 0)
        {
            _time.Advance(Minute);
            await Task.Yield();
        }
    }

    private Reflector<ImageStream> Run(ReflectorOptions options)
    {
        var reflector = new Reflector<ImageStream>(_source, options, _time, _log);
        _running = reflector.RunAsync(_end.Token);
        return reflector;
    }
}
