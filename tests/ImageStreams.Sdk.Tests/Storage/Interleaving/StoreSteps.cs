using ImageStreams.Tests.Storage.Interleaving;

namespace ImageStreams.Storage;

/// <summary>Hands the steps of the store, whose sources are compiled into this project, to the schedule.</summary>
internal static partial class StoreSteps
{
    static partial void OnReached(StoreStep step) => Actor.Current?.Reach(step);

    static partial void OnWaiting(Task until) => Actor.Current?.Await(until);
}
