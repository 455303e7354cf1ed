using ImageStreams.Clients;
using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>One watch of a kind for all watchers of a store, which knows how the objects were before.</summary>
/// <remarks>It begins with the first watcher, at the version that it asks for, and ends with the store.</remarks>
internal sealed class WatchMirror<T, TList>(StoreReader<T, TList> reader, int history) : IAsyncDisposable
    where T : ApiObject, IWireObject<T>
    where TList : ApiList<T>, IWireObject<TList>
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim _begin = new(1, 1);
    private readonly CancellationTokenSource _end = new();
    private readonly Dictionary<ObjectKey, T> _current = [];
    private Task? _pump;
    private long _written;

    /// <summary>The changes.</summary>
    public ChangeRing<T> Changes { get; } = new(history);

    /// <summary>The version of the last write of this store.</summary>
    public long Written => Volatile.Read(ref _written);

    private ApiSender Sender => reader.Resource.Sender;

    /// <summary>Begins, unless it has begun.</summary>
    /// <param name="version">The version to begin after; null for the latest.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task BeginAsync(long? version, CancellationToken cancellationToken)
    {
        await _begin.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_pump is { IsCompleted: false })
            {
                return;
            }

            var state = await FetchAsync(version, cancellationToken).ConfigureAwait(false);
            Take(state);
            _pump = Task.Run(() => PumpAsync(state.Version, _end.Token), CancellationToken.None);
        }
        finally
        {
            _begin.Release();
        }
    }

    /// <summary>Notes a write, which watchers see before they are told that nothing happened.</summary>
    public void NoteWritten(long version)
    {
        var known = Written;
        while (version > known)
        {
            var before = Interlocked.CompareExchange(ref _written, version, known);
            known = before == known ? version : before;
        }
    }

    /// <summary>Waits until a version is reached.</summary>
    public async Task WaitForAsync(long version, CancellationToken cancellationToken)
    {
        while (_pump is not null && Changes.Read(long.MaxValue) is { Failure: null } step && step.Reached < version)
        {
            await step.Changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await (_pump ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _begin.Dispose();
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

        Changes.Begin(state.Version);
    }

    private async Task PumpAsync(long version, CancellationToken cancellationToken)
    {
        try
        {
            for (var failures = 0; ; failures++)
            {
                try
                {
                    await FollowAsync(version, cancellationToken).ConfigureAwait(false);
                }
                catch (ApiException e) when (e.Reason == ApiFailure.Gone)
                {
                    // What happened meanwhile is not known: watchers have to list.
                }

                await Task.Delay(RetryDelays.Get(FirstDelay, Sender.Options.MaxRetryDelay, failures + 1), Sender.TimeProvider, cancellationToken).ConfigureAwait(false);
                var state = await reader.FetchAsync(null, null, null, cancellationToken).ConfigureAwait(false);
                Take(state);
                version = state.Version;
            }
        }
#pragma warning disable CA1031 // Whatever it is, the watchers have to know.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Changes.Fail(e is ApiException error && StoreFailures.IsPassing(error) ? StoreFailures.Unavailable(error) : e);
        }
    }

    private async Task FollowAsync(long version, CancellationToken cancellationToken)
    {
        var options = new WatchOptions { ResourceVersion = StoredVersions.Format(version), BookmarkInterval = TimeSpan.FromMinutes(1) };
        await foreach (var change in reader.Resource.WatchAsync(null, options, cancellationToken).ConfigureAwait(false))
        {
            var reached = StoredVersions.Read(change.ResourceVersion);
            if (reached > Changes.Reached)
            {
                Changes.Add(reached, MirrorChanges.Apply(_current, reader.Form, change));
            }
        }
    }
}
