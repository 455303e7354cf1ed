namespace ImageStreams.Storage;

/// <summary>Announces the steps of the store's protocol to the tests that explore their interleavings.</summary>
/// <remarks>Without observers, which is always the case outside those tests, a step costs one comparison with null.</remarks>
internal static class StoreSteps
{
    /// <summary>Called on the thread that takes a step, before it does; null for none.</summary>
    internal static Action<StoreStep>? StepObserver { get; set; }

    /// <summary>Called on the thread of a watcher, before it waits for the task; null for none.</summary>
    internal static Action<Task>? WaitObserver { get; set; }

    /// <summary>Announces that the current thread is about to take a step.</summary>
    public static void Reached(StoreStep step) => StepObserver?.Invoke(step);

    /// <summary>Announces that a watcher is about to wait for the task.</summary>
    public static void Waiting(Task until) => WaitObserver?.Invoke(until);
}
