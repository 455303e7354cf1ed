using ImageStreams.Clients;
using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>One watch of a kind, from its beginning to its end: it keeps the objects as they are, and reports what changes.</summary>
internal sealed class MirrorRun<T, TList>(StoreReader<T, TList> reader, ChangeRing<T> changes) : IAsyncDisposable
    where T : ApiObject, IWireObject<T>
    where TList : ApiList<T>, IWireObject<TList>
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _end = new();
    private readonly Dictionary<ObjectKey, T> _current = [];
    private Task _pump = Task.CompletedTask;

    /// <summary>Gets a value indicating whether it has failed, or was never started.</summary>
    public bool HasEnded => _pump.IsCompleted;

    private ApiSender Sender => reader.Resource.Sender;

    /// <summary>Begins.</summary>
    /// <param name="version">The version to begin after; null for the latest.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task StartAsync(long? version, CancellationToken cancellationToken)
    {
        var state = await FetchAsync(version, cancellationToken).ConfigureAwait(false);
        Take(state);
        _pump = Task.Run(() => PumpAsync(state.Version, _end.Token), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task<StoredState<T>> FetchAsync(long? version, CancellationToken cancellationToken)
    {
        if (version is not { } wanted)
        {
            return await reader.FetchAsync(null, null, null, cancellationToken).ConfigureAwait(false);
        }

        // A version that is still to come begins with the present.
        var start = Math.Min(wanted, await reader.GetVersionAsync(cancellationToken).ConfigureAwait(false));
        var state = await reader.FetchAsync(null, null, start, cancellationToken).ConfigureAwait(false);
        return state with { Version = start };
    }

    private void Take(StoredState<T> state)
    {
        _current.Clear();
        foreach (var item in state.Items)
        {
            _current[ObjectKey.FromObject(item)] = item;
        }

        changes.Begin(state.Version);
    }

    private async Task PumpAsync(long version, CancellationToken cancellationToken)
    {
        try
        {
            for (var failures = 0; ; failures++)
            {
                await FollowAsync(version, cancellationToken).ConfigureAwait(false);
                var delay = RetryDelays.Get(FirstDelay, Sender.Options.MaxRetryDelay, failures + 1);
                await Task.Delay(delay, Sender.TimeProvider, cancellationToken).ConfigureAwait(false);
                var state = await reader.FetchAsync(null, null, null, cancellationToken).ConfigureAwait(false);
                Take(state);
                version = state.Version;
            }
        }
#pragma warning disable CA1031 // Whatever it is, the watchers have to know.
        catch (Exception e)
#pragma warning restore CA1031
        {
            changes.Fail(e is ApiException error && StoreFailures.IsPassing(error) ? StoreFailures.Unavailable(error) : e);
        }
    }

    /// <summary>Follows until the cluster has forgotten what happened: then watchers have to list.</summary>
    private async Task FollowAsync(long version, CancellationToken cancellationToken)
    {
        var options = new WatchOptions { ResourceVersion = StoredVersions.Format(version), BookmarkInterval = TimeSpan.FromMinutes(1) };
        try
        {
            await foreach (var change in reader.Resource.WatchAsync(null, options, cancellationToken).ConfigureAwait(false))
            {
                var reached = StoredVersions.Read(change.ResourceVersion);
                if (reached > changes.Reached)
                {
                    changes.Add(reached, MirrorChanges.Apply(_current, reader.Form, change));
                }
            }
        }
        catch (ApiException e) when (e.Reason == ApiFailure.Gone)
        {
            // The state is read anew.
        }
    }
}
