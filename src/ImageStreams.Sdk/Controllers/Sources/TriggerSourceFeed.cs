using ImageStreams.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Controllers;

/// <summary>Carries the objects of an <see cref="ITriggerSource"/> to a <see cref="TriggerController"/>.</summary>
/// <remarks>
/// A watch that fails or ends is started again after a delay that doubles from <see cref="RetryDelay"/> to
/// <see cref="MaxRetryDelay"/>; objects that were deleted in the meantime are removed then. With <see cref="ShardLeases"/>, the
/// controller is told only of the objects of the shards that this replica owns, and at once when these change; it then forgets
/// the state of the others; restore it from the store when they come back. Run it once; all other members are thread-safe.
/// </remarks>
/// <param name="source">The source.</param>
/// <param name="controller">The controller.</param>
/// <param name="shards">The shards that this replica owns, or null for all objects.</param>
/// <param name="timeProvider">The time provider, or null for the system clock.</param>
/// <param name="logger">The logger, or null for none.</param>
/// <exception cref="ArgumentNullException"><paramref name="source"/> or <paramref name="controller"/> is null.</exception>
public sealed class TriggerSourceFeed(
    ITriggerSource source,
    TriggerController controller,
    ShardLeases? shards = null,
    TimeProvider? timeProvider = null,
    ILogger<TriggerSourceFeed>? logger = null)
{
    /// <summary>The wait before a watch that failed is started again, after the first failure in a row: one second.</summary>
    public static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait before a watch that failed is started again: one minute.</summary>
    public static readonly TimeSpan MaxRetryDelay = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly ITriggerSource _source = source ?? throw new ArgumentNullException(nameof(source));
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;
    private readonly ILogger _logger = logger ?? NullLogger<TriggerSourceFeed>.Instance;
    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TriggerController _controller = controller ?? throw new ArgumentNullException(nameof(controller));
    private readonly TriggerSourceObjects _objects = new(
        controller,
        shards is null ? static _ => true : shards.Owns);

    private int _failures;

    /// <summary>The number of objects that the source has told of, including those of other replicas.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _objects.Count;
            }
        }
    }

    /// <summary>Gets a value indicating whether the controller knows all objects that existed at the beginning.</summary>
    public bool HasSynced => _synced.Task.IsCompleted;

    /// <summary>A task that ends when <see cref="HasSynced"/> becomes true.</summary>
    public Task WhenSynced => _synced.Task;

    /// <summary>The number of watches in a row that failed; zero while all is well.</summary>
    public int Failures => Volatile.Read(ref _failures);

    /// <summary>Watches the source until it is canceled.</summary>
    /// <param name="cancellationToken">A token to end the watch.</param>
    /// <exception cref="OperationCanceledException">The watch was canceled; nothing else ends it.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        shards?.OwnedChanged += OnOwnedChanged;
        try
        {
            OnOwnedChanged(this, EventArgs.Empty);
            while (true)
            {
                await RunWatchAsync(cancellationToken).ConfigureAwait(false);
                var delay = Backoff.GetDelay(RetryDelay, MaxRetryDelay, Interlocked.Increment(ref _failures));
                await Task.Delay(delay, _timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            shards?.OwnedChanged -= OnOwnedChanged;
        }
    }

    private async Task RunWatchAsync(CancellationToken cancellationToken)
    {
        try
        {
            lock (_gate)
            {
                _objects.BeginList();
            }

            await foreach (var change in _source.WatchAsync(cancellationToken).ConfigureAwait(false))
            {
                Apply(change);
            }

            _logger.SourceEnded();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            _logger.SourceFailed(e.GetType().Name, e.Message);
        }
    }

    private void Apply(TriggerSourceEvent change)
    {
        lock (_gate)
        {
            _objects.Apply(change);
            if (change is TriggerSourceEvent.Synced)
            {
                EndList();
            }
        }
    }

    private void EndList()
    {
        _objects.EndList();
        Volatile.Write(ref _failures, 0);
        _synced.TrySetResult();
    }

    private void OnOwnedChanged(object? sender, EventArgs e)
    {
        lock (_gate)
        {
            if (shards is not null)
            {
                _controller.ForgetState(name => !shards.Owns(name));
            }

            _objects.ApplyOwnership();
        }
    }
}
