namespace ImageStreams.Storage;

/// <summary>The objects of one kind after one change, and that change.</summary>
/// <param name="index">Counts the changes of the kind; 0 is the state before the first.</param>
/// <param name="version">The version of the change.</param>
/// <param name="objects">The objects after the change.</param>
/// <param name="change">The event for watchers; null at index 0.</param>
internal sealed class Revision<T>(long index, long version, ObjectTree<T> objects, WatchEvent<T>? change)
    where T : ApiObject
{
    private static readonly TaskCompletionSource Superseded = Completed();

    // Null while nothing waits; Superseded from the moment that there is a later revision. A watcher that subscribes
    // after that moment gets a completed task, so that neither order of the two loses the wakeup.
    private TaskCompletionSource? _waiting;

    public long Index => index;

    public long Version => version;

    public ObjectTree<T> Objects => objects;

    public WatchEvent<T>? Change => change;

    /// <summary>Returns a task that completes when there is a later revision.</summary>
    public Task WhenSuperseded()
    {
        StoreSteps.Reached(StoreStep.Subscribe);
        return (Volatile.Read(ref _waiting) ?? Wait()).Task;
    }

    /// <summary>Marks that there is a later revision.</summary>
    public void Supersede()
    {
        StoreSteps.Reached(StoreStep.WakeWatchers);
        Interlocked.Exchange(ref _waiting, Superseded)?.TrySetResult();
    }

    private TaskCompletionSource Wait()
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return Interlocked.CompareExchange(ref _waiting, waiting, null) ?? waiting;
    }

    private static TaskCompletionSource Completed()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }
}
