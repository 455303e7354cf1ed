using ImageStreams.Clients;
using ImageStreams.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Controllers;

/// <summary>Carries the changes of an image API's streams to controllers: lists them, watches them, and goes on after errors.</summary>
/// <remarks>
/// <code>
///        ┌───── changes are no longer kept, or the watch fell behind ─────┐
///        ▼                                                                │
/// list all pages ─▶ tell the difference ─▶ watch from the list's version ─┤
///                                                  ▲                      │
///                                                  └── ended, or failed ──┘ (after a wait)
/// </code>
/// <para>No change is lost: a watch goes on from the last version that was told, and where that is no longer possible, the next
/// list shows what is new, changed and gone. Works with each <see cref="IImageStreamClient"/>. Safe to share between
/// threads.</para>
/// </remarks>
public sealed partial class StreamFeed
{
    private readonly IImageStreamClient _client;
    private readonly StreamFeedOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StreamFeedStatus _status = new();

    /// <summary>Creates a feed, which does nothing until it runs.</summary>
    /// <param name="client">The client of the image API.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="timeProvider">The time provider, or null for the system clock.</param>
    /// <param name="logger">The logger, or null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public StreamFeed(
        IImageStreamClient client,
        StreamFeedOptions? options = null,
        TimeProvider? timeProvider = null,
        ILogger<StreamFeed>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        options ??= new StreamFeedOptions();
        OptionsErrors.ThrowIfAny(options);

        _client = client;
        _options = options.Copy();
        _timeProvider = timeProvider ?? TimeProvider.System;
        _logger = logger ?? NullLogger<StreamFeed>.Instance;
    }

    /// <summary>The streams as they are known. Observers are added and removed here, at any time.</summary>
    public ObservedStreams Streams { get; } = new();

    /// <summary>Gets a value indicating whether all streams have been listed and told at least once.</summary>
    public bool HasSynced => _synced.Task.IsCompleted;

    /// <summary>The state of the feed now.</summary>
    public StreamFeedStatus Status
    {
        get
        {
            var streams = Streams.Count;   // not under the lock: an observer, who is told under that of the streams, may ask
            lock (_gate)
            {
                return _status with { HasSynced = HasSynced, Streams = streams };
            }
        }
    }

    /// <summary>Waits until all streams have been listed and told at least once.</summary>
    /// <param name="cancellationToken">A token to end the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was canceled.</exception>
    public Task WhenSyncedAsync(CancellationToken cancellationToken = default) => _synced.Task.WaitAsync(cancellationToken);

    /// <summary>Runs the feed until it is canceled.</summary>
    /// <remarks>Errors of the API are retried for as long as it takes, and told by <see cref="Status"/> and the log.</remarks>
    /// <param name="cancellationToken">A token to end the feed.</param>
    /// <returns>A task that ends when the feed was canceled; it does not fail.</returns>
    /// <exception cref="InvalidOperationException">The feed is running already.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Start();
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await StepAsync(cancellationToken).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // A feed that was asked to end does not fail.
        catch (Exception) when (cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // The feed was asked to end, in whatever way the API tells that.
        }
        finally
        {
            Change(static status => status with { IsRunning = false });
        }
    }

    private void Start()
    {
        lock (_gate)
        {
            if (_status.IsRunning)
            {
                throw new InvalidOperationException("The feed is running already.");
            }

            _status = _status with { IsRunning = true };
        }
    }

    private void Change(Func<StreamFeedStatus, StreamFeedStatus> change)
    {
        lock (_gate)
        {
            _status = change(_status);
        }
    }
}
