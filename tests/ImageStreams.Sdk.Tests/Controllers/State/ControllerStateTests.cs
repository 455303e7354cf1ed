using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Controllers;
using ImageStreams.Storage;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Controllers;

public sealed class ControllerStateTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly RecordingStore _store = new();
    private readonly Source _source = new();
    private readonly LogLines<ControllerState> _log = new();

    [Fact]
    public async Task Load_RestoresTheSectionsOfEachSource()
    {
        await _store.WriteAsync([new("imports", "a", "1"), new("imports", "b", "2"), new("other", "c", "3")]);

        Assert.Equal(2, await Create().LoadAsync());
        Assert.Equal(["a", "b"], _source.Restored.Select(record => record.Key));

        _source.Restored.Clear();
        Assert.Equal(1, await Create().LoadAsync(record => record.Key == "b"));
        Assert.Equal(["b"], _source.Restored.Select(record => record.Key));
    }

    [Fact]
    public async Task Write_Changes_AreWrittenInBatches()
    {
        var state = Create(new ControllerStateOptions { BatchSize = 2 });
        _source.Change("a", "b", "c", "d", "e");

        Assert.True(await state.WriteAsync());
        Assert.True(await state.WriteAsync());

        Assert.Equal([2, 2, 1], _store.Writes.Select(write => write.Count));
        Assert.Equal(5, (await _store.ReadAsync("imports")).Count);
        Assert.Equal(0, state.Pending);
    }

    [Fact]
    public async Task Write_ThatFails_IsKeptForTheNextTimeWithTheNewestValues()
    {
        var state = Create();
        _source.Change("a", "b");
        _store.Failure = new StoreException(StoreFailure.Unavailable, "The disk is away.");

        Assert.False(await state.WriteAsync());
        Assert.Equal((2, "The disk is away."), (state.Pending, state.LastError));
        Assert.Contains("2 records of state could not be written", Assert.Single(_log.Lines), StringComparison.Ordinal);

        _source.Change("b");
        _store.Failure = null;
        Assert.True(await state.WriteAsync());
        Assert.Equal((0, null), (state.Pending, state.LastError));
        Assert.Equal([new("imports", "a", "1"), new("imports", "b", "2")], await _store.ReadAsync("imports"));
    }

    [Fact]
    public async Task Write_Canceled_LosesNothing()
    {
        var state = Create();
        _source.Change("a");
        using var stop = new CancellationTokenSource();
        _store.Stall();
        var writing = state.WriteAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);

        _store.Go();
        Assert.True(await state.WriteAsync());
        Assert.Equal([new("imports", "a", "1")], await _store.ReadAsync("imports"));
    }

    [Fact]
    public async Task Write_ChangeDuringAWrite_IsWrittenNext()
    {
        var state = Create();
        _source.Change("a");
        _store.Stall();
        var first = state.WriteAsync();
        _source.Change("a");
        var second = state.WriteAsync();
        Assert.False(second.IsCompleted);

        _store.Go();
        await Task.WhenAll(first, second);

        Assert.Equal([new("imports", "a", "2")], await _store.ReadAsync("imports"));
    }

    [Fact]
    public async Task Discard_RecordsThatCouldNotBeWritten_AreDropped()
    {
        var state = Create();
        _source.Change("a", "b");
        _store.Failure = new StoreException(StoreFailure.Unavailable, "The disk is away.");
        await state.WriteAsync();

        state.Discard(record => record.Key == "a");
        _store.Failure = null;
        await state.WriteAsync();

        Assert.Equal([new("imports", "b", "1")], await _store.ReadAsync("imports"));
    }

    [Fact]
    public async Task Run_WritesRegularlyAndOnceMoreAtTheEnd()
    {
        var state = Create();
        using var stop = new CancellationTokenSource();
        var running = state.RunAsync(stop.Token);
        _source.Change("a");
        _time.Advance(ControllerStateOptions.DefaultWriteInterval);
        await _store.WaitForWriteAsync();

        _source.Change("b");
        await stop.CancelAsync();
        await running;

        Assert.Equal(2, (await _store.ReadAsync("imports")).Count);
    }

    [Fact]
    public async Task Run_StoreThatNeverAnswers_EndsInTime()
    {
        var state = Create();
        using var stop = new CancellationTokenSource();
        var running = state.RunAsync(stop.Token);
        _source.Change("a");
        _store.Stall();
        await stop.CancelAsync();
        await _store.WaitForWriteAsync();
        Assert.False(running.IsCompleted);

        _time.Advance(ControllerStateOptions.DefaultFlushTimeout);
        await running;

        Assert.Equal(1, state.Pending);
    }

    [Fact]
    public async Task Write_PauseOfATriggerController_IsRestored()
    {
        var app = new TriggerObject { Kind = "BuildConfig", Namespace = "shop", Name = "app" };
        var first = new TriggerController(new RefusingTarget());
        first.Pause(app);
        await new ControllerState(_store, [first]).WriteAsync();

        var next = new TriggerController(new RefusingTarget());
        Assert.Equal(1, await new ControllerState(_store, [next]).LoadAsync());

        Assert.False(next.Pause(app));
    }

    private ControllerState Create(ControllerStateOptions? options = null) => new(_store, [_source], options, _time, _log);

    private sealed class RefusingTarget : ITriggerTarget
    {
        private static readonly TriggerTargetResult Refused = new TriggerTargetResult.Refused { Message = "No." };

        public ValueTask<TriggerTargetResult> StartBuildAsync(
            BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken) => ValueTask.FromResult(Refused);

        public ValueTask<TriggerTargetResult> UpdateAsync(
            Workload current, Workload updated, CancellationToken cancellationToken) => ValueTask.FromResult(Refused);

        public ValueTask<TriggerTargetResult> UpdateAsync(
            DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken) =>
            ValueTask.FromResult(Refused);
    }

    /// <summary>A source whose records count how often they have changed.</summary>
    private sealed class Source : IStateSource
    {
        private readonly Dictionary<string, int> _counts = [];
        private readonly List<StateRecord> _changes = [];

        public List<StateRecord> Restored { get; } = [];

        public IReadOnlyList<string> StateSections { get; } = ["imports"];

        public void Change(params string[] keys)
        {
            foreach (var key in keys)
            {
                _counts[key] = _counts.GetValueOrDefault(key) + 1;
                _changes.Add(new StateRecord("imports", key, $"{_counts[key]}"));
            }
        }

        public IReadOnlyList<StateRecord> TakeStateChanges()
        {
            StateRecord[] taken = [.. _changes];
            _changes.Clear();
            return taken;
        }

        public void RestoreState(IEnumerable<StateRecord> records) => Restored.AddRange(records);
    }

    /// <summary>A store that fails or stalls when a test says so.</summary>
    private sealed class RecordingStore : IStateStore
    {
        private readonly InMemoryStateStore _inner = new();
        private readonly SemaphoreSlim _written = new(0);
        private TaskCompletionSource _go = new();

        public RecordingStore() => Go();

        public StoreException? Failure { get; set; }

        public List<IReadOnlyCollection<StateRecord>> Writes { get; } = [];

        public void Stall() => _go = new TaskCompletionSource();

        public void Go() => _go.TrySetResult();

        public async Task WaitForWriteAsync() => Assert.True(await _written.WaitAsync(TimeSpan.FromSeconds(60)));

        public ValueTask<ValueList<StateRecord>> ReadAsync(string section, CancellationToken cancellationToken = default) =>
            _inner.ReadAsync(section, cancellationToken);

        public async ValueTask WriteAsync(
            IReadOnlyCollection<StateRecord> records, CancellationToken cancellationToken = default)
        {
            Writes.Add(records);
            _written.Release();
            await _go.Task.WaitAsync(cancellationToken);
            if (Failure is { } failure)
            {
                throw failure;
            }

            await _inner.WriteAsync(records, cancellationToken);
        }
    }
}
