using ImageStreams.Builds;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <summary>An event of an <see cref="ITriggerSource"/>.</summary>
public abstract partial record TriggerSourceEvent
{
    private TriggerSourceEvent()
    {
    }

    /// <summary>A build configuration exists, or has changed.</summary>
    public sealed record BuildConfigObserved : TriggerSourceEvent
    {
        /// <summary>The build configuration as it is now.</summary>
        public required BuildConfig BuildConfig { get; init; }
    }

    /// <summary>A deployment configuration exists, or has changed.</summary>
    public sealed record DeploymentConfigObserved : TriggerSourceEvent
    {
        /// <summary>The deployment configuration as it is now.</summary>
        public required DeploymentConfig DeploymentConfig { get; init; }
    }

    /// <summary>A workload exists, or has changed.</summary>
    public sealed record WorkloadObserved : TriggerSourceEvent
    {
        /// <summary>The workload as it is now.</summary>
        public required Workload Workload { get; init; }
    }

    /// <summary>An object was deleted.</summary>
    public sealed record Removed : TriggerSourceEvent
    {
        /// <summary>The object.</summary>
        public required TriggerObject Object { get; init; }
    }

    /// <summary>All objects that exist were told; what follows are changes.</summary>
    public sealed record Synced : TriggerSourceEvent
    {
        private Synced()
        {
        }

        /// <summary>The only instance.</summary>
        public static TriggerSourceEvent Instance { get; } = new Synced();

        /// <inheritdoc/>
        public override string ToString() => nameof(Synced);
    }
}
