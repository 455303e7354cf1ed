using System.Runtime.CompilerServices;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Controllers;

/// <summary>A store whose lists fail and whose watches are cut when a test says so.</summary>
internal sealed class InterruptedStore(IImageStreamStore store) : IImageStreamStore, IObjectStore<ImageStream>
{
    private readonly Queue<StoreFailure> _listFailures = [];
    private volatile Cut _cut = new();

    public IObjectStore<ImageStream> Streams => this;

    public IObjectStore<Image> Images => store.Images;

    /// <summary>The versions from which watches began.</summary>
    public List<string?> Watches { get; } = [];

    public int Lists { get; private set; }

    /// <summary>Every watch fails at once with this, as long as it is set.</summary>
    public StoreFailure? EveryWatch { get; set; }

    /// <summary>Makes the next list fail.</summary>
    public void FailList(StoreFailure failure) => _listFailures.Enqueue(failure);

    /// <summary>Ends the running watch with a failure, or null for without one; it tells nothing that comes before.</summary>
    public async Task CutWhileAsync(StoreFailure? failure, Func<Task> change)
    {
        var cut = _cut;
        cut.IsMuted = true;
        await change();
        _cut = new Cut();
        cut.Reason.SetResult(failure);
    }

    public ValueTask<StorePage<ImageStream>> ListAsync(ListQuery query, CancellationToken cancellationToken = default)
    {
        Lists++;
        return _listFailures.TryDequeue(out var failure)
            ? throw new StoreException(failure, $"The list failed: {failure}.")
            : store.Streams.ListAsync(query, cancellationToken);
    }

    public async IAsyncEnumerable<WatchEvent<ImageStream>> WatchAsync(
        WatchQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var cut = _cut;
        Watches.Add(query.ResourceVersion);
        if (EveryWatch is { } failure)
        {
            throw new StoreException(failure, $"The watch failed: {failure}.");
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var events = store.Streams.WatchAsync(query, end.Token).GetAsyncEnumerator(CancellationToken.None);
        var next = events.MoveNextAsync().AsTask();
        while (await Task.WhenAny(cut.Reason.Task, next) == next && !cut.IsMuted)
        {
            await next;
            yield return events.Current;
            next = events.MoveNextAsync().AsTask();
        }

        var reason = await cut.Reason.Task.WaitAsync(cancellationToken);
        await end.CancelAsync();
        await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (reason is { } cause)
        {
            throw new StoreException(cause, $"The watch was cut: {cause}.");
        }
    }

    public ValueTask<ImageStream?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default) =>
        store.Streams.FindAsync(key, cancellationToken);

    public ValueTask<ImageStream> CreateAsync(ImageStream value, CancellationToken cancellationToken = default) =>
        store.Streams.CreateAsync(value, cancellationToken);

    public ValueTask<ImageStream> UpdateAsync(ImageStream value, CancellationToken cancellationToken = default) =>
        store.Streams.UpdateAsync(value, cancellationToken);

    public ValueTask<ImageStream> DeleteAsync(
        ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default) =>
        store.Streams.DeleteAsync(key, preconditions, cancellationToken);

    /// <summary>The end of the running watch.</summary>
    private sealed class Cut
    {
        public TaskCompletionSource<StoreFailure?> Reason { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public volatile bool IsMuted;
    }
}
