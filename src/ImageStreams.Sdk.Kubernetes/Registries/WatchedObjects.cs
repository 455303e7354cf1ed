using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Kubernetes;

/// <summary>Objects of a cluster, watched while the program runs.</summary>
/// <remarks>Objects that the user may not see, and kinds that the cluster does not have, are none, and looked for again.</remarks>
internal sealed class WatchedObjects : IAsyncDisposable
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Bookmarks = TimeSpan.FromMinutes(1);

    private readonly ApiResource<ClusterObject, ClusterObjectList> _resource;
    private readonly WatchedSelection _selection;
    private readonly TimeSpan _recheck;
    private readonly ILogger _logger;
    private readonly WatchedSet _set;
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _run;
    private ApiFailure? _said;
    private int _failures;
    private bool _saidTooMany;

    /// <summary>Begins to watch.</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="selection">The objects.</param>
    /// <param name="recheck">The wait before objects that were refused or unknown are looked for again.</param>
    /// <param name="logger">The log.</param>
    /// <param name="changed">Called after each change, by one thread at a time.</param>
    public WatchedObjects(ApiSender sender, WatchedSelection selection, TimeSpan recheck, ILogger logger, Action changed)
    {
        _resource = new ApiResource<ClusterObject, ClusterObjectList>(sender, selection.Type);
        (_selection, _recheck, _logger, _set) = (selection, recheck, logger, new WatchedSet(selection.MaxObjects, changed));
        _run = Task.Run(RunAsync);
    }

    /// <summary>The objects in the order of their names.</summary>
    public IEnumerable<ClusterObject> Objects => _set.Objects;

    /// <summary>The task that ends when it is known which objects there are, or that none may be seen.</summary>
    public Task Known => _known.Task;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _run.ConfigureAwait(false);
        _end.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                var wait = await FollowAsync().ConfigureAwait(false);
                await Task.Delay(wait, _resource.Sender.TimeProvider, _end.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed of.
        }
    }

    /// <summary>Lists and watches until the watch ends.</summary>
    /// <returns>The wait before the next one.</returns>
    private async Task<TimeSpan> FollowAsync()
    {
        var watch = new WatchOptions { FieldSelector = _selection.FieldSelector, SendInitialEvents = true, BookmarkInterval = Bookmarks };
        _set.Begin();
        try
        {
            await foreach (var change in _resource.WatchAsync(_selection.Namespace, watch, _end.Token).ConfigureAwait(false))
            {
                _set.Take(change);
                Note();
                if (_set.HasLeftOut && change is WatchEvent<ClusterObject>.Deleted)
                {
                    break;
                }
            }

            return TimeSpan.Zero;
        }
        catch (ApiException e)
        {
            return Note(e);
        }
    }

    private void Note()
    {
        if (!_set.IsBeginning)
        {
            (_failures, _said) = (0, null);
            _known.TrySetResult();
        }

        if (_set.HasLeftOut && !_saidTooMany)
        {
            _saidTooMany = true;
            _logger.TooMany(_selection.MaxObjects, _selection);
        }
    }

    private TimeSpan Note(ApiException refusal)
    {
        var isNew = _said != refusal.Reason;
        _said = refusal.Reason;
        switch (refusal.Reason)
        {
            case ApiFailure.Forbidden:
                SetNone(isNew ? () => _logger.Refused(_selection, refusal.Message) : null);
                return _recheck;
            case ApiFailure.NotFound:
                SetNone(isNew ? () => _logger.Unknown(_selection) : null);
                return _recheck;
            case ApiFailure.Gone:
                break;
            default:
                Say(isNew, refusal);
                break;
        }

        return RetryDelays.Get(FirstDelay, _recheck, ++_failures);
    }

    private void Say(bool isNew, ApiException refusal)
    {
        if (isNew)
        {
            _logger.Failed(_selection, refusal.Message);
        }
    }

    private void SetNone(Action? say)
    {
        say?.Invoke();
        _set.Clear();
        _known.TrySetResult();
    }
}
