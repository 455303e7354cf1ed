using System.Runtime.CompilerServices;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Storage;

/// <summary>Hands the steps of the store to the actor of the current thread, if it is one of an exploration.</summary>
internal static class StoreStepObservers
{
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "Steps must be observed before the first store exists.")]
    internal static void Register()
    {
        StoreSteps.StepObserver = step => Actor.Current?.Reach(step);
        StoreSteps.WaitObserver = until => Actor.Current?.Await(until);
    }
}
