using ImageStreams.Builds;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Workspaces;

/// <summary>The triggers of one object of an <see cref="ImageStreamWorkspace"/>, evaluated.</summary>
public abstract record WorkspaceTrigger
{
    private WorkspaceTrigger()
    {
    }

    /// <summary>The identity of the object.</summary>
    public abstract TriggerObject Object { get; }

    /// <summary>Gets a value indicating whether a trigger fires: a build is required, or the object gets a new image.</summary>
    public abstract bool Fires { get; }

    /// <summary>The reason, in one sentence for each trigger.</summary>
    public abstract string Explanation { get; }

    /// <summary>Returns the object and the explanation.</summary>
    public sealed override string ToString() => $"{Object}: {Explanation}";

    /// <summary>The triggers of a build configuration.</summary>
    public sealed record ForBuild : WorkspaceTrigger
    {
        /// <summary>The build configuration.</summary>
        public required BuildConfig BuildConfig { get; init; }

        /// <summary>The result of the evaluation.</summary>
        public required BuildTriggerResult Result { get; init; }

        /// <inheritdoc/>
        public override TriggerObject Object => TriggerObject.From(BuildConfig);

        /// <inheritdoc/>
        public override bool Fires => Result is BuildTriggerResult.BuildRequired;

        /// <inheritdoc/>
        public override string Explanation => Result.Explanation;
    }

    /// <summary>The triggers of a deployment configuration.</summary>
    public sealed record ForDeploymentConfig : WorkspaceTrigger
    {
        /// <summary>The deployment configuration.</summary>
        public required DeploymentConfig DeploymentConfig { get; init; }

        /// <summary>The result of the evaluation.</summary>
        public required DeploymentConfigTriggerResult Result { get; init; }

        /// <inheritdoc/>
        public override TriggerObject Object => TriggerObject.From(DeploymentConfig);

        /// <inheritdoc/>
        public override bool Fires => Result is DeploymentConfigTriggerResult.Changed;

        /// <inheritdoc/>
        public override string Explanation => Result.Explanation;
    }

    /// <summary>The triggers in the annotation of a workload, or a DeploymentConfig that cannot be read.</summary>
    public sealed record ForWorkload : WorkspaceTrigger
    {
        /// <summary>The workload.</summary>
        public required Workload Workload { get; init; }

        /// <summary>The result of the evaluation.</summary>
        public required WorkloadTriggerResult Result { get; init; }

        /// <inheritdoc/>
        public override TriggerObject Object => TriggerObject.From(Workload);

        /// <inheritdoc/>
        public override bool Fires => Result is WorkloadTriggerResult.Changed;

        /// <inheritdoc/>
        public override string Explanation => Result.Explanation;
    }
}
