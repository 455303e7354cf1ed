using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Controllers;

/// <summary>Keeps the state of controllers in a store, so that a restart goes on where it was.</summary>
/// <remarks>
/// <code>
/// store ─▶ LoadAsync ─▶ controllers ─▶ changed records ─▶ WriteAsync, in batches ─▶ store
///                                            ▲                  │
///                                            └── kept after a ──┘
///                                                failed write
/// </code>
/// <para>Load the state before controllers run jobs. Then either call <see cref="WriteAsync"/> after each report and reaction,
/// or run <see cref="RunAsync"/>, which does it every second and once more at the end. Safe to share between threads.</para>
/// </remarks>
#pragma warning disable CA1001 // The semaphore is only awaited, which needs no handle to close.
public sealed partial class ControllerState
#pragma warning restore CA1001
{
    private readonly IStateStore _store;
    private readonly ValueList<IStateSource> _sources;
    private readonly ControllerStateOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly PendingRecords _pending = new();
    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>Creates the state.</summary>
    /// <param name="store">The store.</param>
    /// <param name="sources">The controllers, and other parts whose state is kept.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="timeProvider">The time provider, or null for the system clock.</param>
    /// <param name="logger">The logger, or null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="store"/> or <paramref name="sources"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public ControllerState(
        IStateStore store,
        IEnumerable<IStateSource> sources,
        ControllerStateOptions? options = null,
        TimeProvider? timeProvider = null,
        ILogger<ControllerState>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        options ??= new ControllerStateOptions();
        OptionsErrors.ThrowIfAny(options);

        _store = store;
        _sources = sources.ToValueList();
        _options = options.Copy();
        _timeProvider = timeProvider ?? TimeProvider.System;
        _logger = logger ?? NullLogger<ControllerState>.Instance;
    }

    /// <summary>The number of records that could not be written yet; zero when the last write succeeded.</summary>
    public int Pending => _pending.Count;

    /// <summary>The error of the last write, in one sentence; null when it succeeded.</summary>
    public string? LastError { get; private set; }

    /// <summary>Reads the state, and restores it in the controllers.</summary>
    /// <param name="select">Selects the records to restore, such as those of a shard; null for all.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The number of records that were restored.</returns>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task<int> LoadAsync(Func<StateRecord, bool>? select = null, CancellationToken cancellationToken = default)
    {
        var count = 0;
        foreach (var source in _sources)
        {
            foreach (var section in source.StateSections)
            {
                var all = await _store.ReadAsync(section, cancellationToken).ConfigureAwait(false);
                var records = select is null ? all : all.Where(select).ToValueList();
                source.RestoreState(records);
                _logger.StateRestored(records.Count, section);
                count += records.Count;
            }
        }

        return count;
    }

    /// <summary>Writes what has changed since the last write, and what could not be written then.</summary>
    /// <remarks>Callers take turns; one that finds nothing left returns at once. What could not be written is logged and kept
    /// for the next write.</remarks>
    /// <param name="cancellationToken">A token to cancel the operation; nothing is lost then.</param>
    /// <returns>False when records could not be written.</returns>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task<bool> WriteAsync(CancellationToken cancellationToken = default)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var source in _sources)
            {
                _pending.Add(source.TakeStateChanges());
            }

            return await WritePendingAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Drops records that were not written yet, because another process owns them now.</summary>
    /// <param name="select">Selects the records.</param>
    /// <exception cref="ArgumentNullException"><paramref name="select"/> is null.</exception>
    public void Discard(Func<StateRecord, bool> select)
    {
        ArgumentNullException.ThrowIfNull(select);
        _pending.RemoveWhere(select);
    }

    private async Task<bool> WritePendingAsync(CancellationToken cancellationToken)
    {
        while (_pending.Peek(_options.BatchSize) is { Count: > 0 } batch)
        {
            try
            {
                await _store.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LastError = e.Message;
                _logger.StateNotWritten(_pending.Count, e.Message, e);
                return false;
            }

            _pending.Remove(batch);
        }

        LastError = null;
        return true;
    }
}
