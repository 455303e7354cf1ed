using ImageStreams.Clients;
using ImageStreams.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Controllers;

/// <summary>Keeps a copy of an API's objects up to date and tells each change: lists them, watches them, and goes on after errors.</summary>
/// <remarks>
/// <code>
///        ┌───── changes are no longer kept, or the watch fell behind ─────┐
///        ▼                                                                │
/// list all pages ─▶ tell the difference ─▶ watch from the list's version ─┤
///                                                  ▲                      │
///                                                  └── ended, or failed ──┘ (after a wait)
/// </code>
/// <para>No change is lost: a watch goes on from the last version that was told, and where that is no longer possible, the next
/// list shows what is new, changed and gone. Events that come twice are told once. Safe to share between threads.</para>
/// </remarks>
/// <typeparam name="T">The kind of the objects.</typeparam>
public sealed partial class Reflector<T>
    where T : ApiObject
{
    private readonly IObjectSource<T> _source;
    private readonly ReflectorOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ReflectorStatus _status = new();

    /// <summary>Creates a reflector, which does nothing until it runs.</summary>
    /// <param name="source">The source of the objects, such as <see cref="ObjectSource.FromStreams"/>.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="timeProvider">The time provider, or null for the system clock.</param>
    /// <param name="logger">The logger, or null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public Reflector(
        IObjectSource<T> source,
        ReflectorOptions? options = null,
        TimeProvider? timeProvider = null,
        ILogger<Reflector<T>>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= new ReflectorOptions();
        OptionsErrors.ThrowIfAny(options);

        _source = source;
        _options = options.Copy();
        _timeProvider = timeProvider ?? TimeProvider.System;
        _logger = logger ?? NullLogger<Reflector<T>>.Instance;
    }

    /// <summary>The objects as they are known. Observers and indexes are added here, at any time.</summary>
    public ReflectedObjects<T> Objects { get; } = new();

    /// <summary>Gets a value indicating whether all objects have been listed and told at least once, or count as none
    /// because they may not be seen (<see cref="ReflectorOptions.RecheckInterval"/>).</summary>
    public bool HasSynced => _synced.Task.IsCompleted;

    /// <summary>The state of the reflector now.</summary>
    public ReflectorStatus Status
    {
        get
        {
            var objects = Objects.Count;   // not under the lock: an observer, who is told under that of the objects, may ask
            lock (_gate)
            {
                return _status with { HasSynced = HasSynced, Objects = objects };
            }
        }
    }

    /// <summary>Waits until <see cref="HasSynced"/>.</summary>
    /// <param name="cancellationToken">A token to end the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was canceled.</exception>
    public Task WhenSyncedAsync(CancellationToken cancellationToken = default) => _synced.Task.WaitAsync(cancellationToken);

    /// <summary>Reads the objects and each change, at the reader's own pace; any number of readers.</summary>
    /// <param name="cancellationToken">A token to end each enumeration.</param>
    public ReflectedChanges<T> ReadChangesAsync(CancellationToken cancellationToken = default) => new(this, cancellationToken);

    /// <summary>Runs the reflector until it is canceled.</summary>
    /// <remarks>Errors of the API are retried for as long as it takes, and told by <see cref="Status"/> and the log.</remarks>
    /// <param name="cancellationToken">A token to end the reflector.</param>
    /// <returns>A task that ends when the reflector was canceled; it does not fail.</returns>
    /// <exception cref="InvalidOperationException">The reflector is running already.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Start();
        var resyncs = ResyncAsync(cancellationToken);
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await StepAsync(cancellationToken).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // A reflector that was asked to end does not fail.
        catch (Exception) when (cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // The reflector was asked to end, in whatever way the API tells that.
        }
        finally
        {
            await resyncs.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Change(static status => status with { IsRunning = false });
        }
    }

    /// <summary>Calls back when all objects have been listed; at once when they have.</summary>
    internal void OnSynced(Action action)
    {
        if (HasSynced)
        {
            action();
            return;
        }

        _synced.Task.ConfigureAwait(false).GetAwaiter().OnCompleted(action);
    }

    private void Start()
    {
        lock (_gate)
        {
            if (_status.IsRunning)
            {
                throw new InvalidOperationException("The reflector is running already.");
            }

            _status = _status with { IsRunning = true };
        }
    }
}
