namespace ImageStreams.Storage;

/// <summary>
/// Announces the steps of the protocol, so that a test that compiles these sources can decide who takes the next one.
/// </summary>
/// <remarks>Here nobody listens: the partial methods have no bodies, and their calls vanish.</remarks>
internal static partial class StoreSteps
{
    /// <summary>Announces a step to other threads' memory.</summary>
    public static void Reached(StoreStep step) => OnReached(step);

    /// <summary>Announces that a watcher goes on when the task has ended.</summary>
    public static void Waiting(Task until) => OnWaiting(until);

    static partial void OnReached(StoreStep step);

    static partial void OnWaiting(Task until);
}
