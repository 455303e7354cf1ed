using ImageStreams.Clients;
using ImageStreams.Controllers;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Controllers;

/// <summary>Reflectors over sources that fail, or that go on by themselves.</summary>
public sealed class ReflectorFailureTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly ScriptedSource _source = new() { Listed = [Stream("shop", "a"), Stream("shop", "b"), Stream("shop", "c")] };
    private readonly CancellationTokenSource _end = new(TimeSpan.FromSeconds(60));
    private readonly LogLines<Reflector<ImageStream>> _log = new();
    private Task _running = Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
    }

    [Fact]
    public async Task Run_StateIsGoneBetweenPages_ListsWithoutPages()
    {
        _source.Failures.Enqueue(null);
        _source.Failures.Enqueue(Failure(ApiFailure.Gone));
        var reflector = Run(new ReflectorOptions { PageSize = 1 });

        await reflector.WhenSyncedAsync();

        Assert.Equal(3, reflector.Objects.Count);
        Assert.Equal([1, 1, 0], _source.Pages.Select(page => page.Limit));
    }

    [Fact]
    public async Task Run_WatchIsInterrupted_StatusSaysSoUntilItWorks()
    {
        var reflector = Run();
        var watch = await _source.Watched;
        var since = _time.GetUtcNow();

        watch.OnInterrupted!(Failure(ApiFailure.Unauthorized));
        _time.Advance(TimeSpan.FromHours(2));
        watch.OnInterrupted(Failure(ApiFailure.Unauthorized));
        var failing = reflector.Status;
        watch.OnInterrupted(null);

        Assert.Equal((2, since, "Unauthorized"), (failing.Failures, failing.FailingSince, failing.LastError));
        Assert.Equal((0, null), (reflector.Status.Failures, reflector.Status.FailingSince));
        Assert.Equal("Warning: The watch of imagestreams was interrupted; it is repeated until it works. Unauthorized", Assert.Single(_log.Lines));
    }

    [Fact]
    public async Task Run_WithAResyncInterval_TellsAllAgain()
    {
        var reflector = Run(new ReflectorOptions { ResyncInterval = TimeSpan.FromHours(1) });
        await reflector.WhenSyncedAsync();
        var probe = new FeedProbe();
        reflector.Objects.Add(probe);
        await probe.NextAsync(3);

        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(["+a", "+b", "+c"], await probe.NextAsync(3));
    }

    private static ApiException Failure(ApiFailure reason) => new(reason, new KubernetesStatus { Message = $"{reason}" });

    private Reflector<ImageStream> Run(ReflectorOptions? options = null)
    {
        var reflector = new Reflector<ImageStream>(_source, options, _time, _log);
        _running = reflector.RunAsync(_end.Token);
        return reflector;
    }
}
