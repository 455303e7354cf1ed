using ImageStreams.Builds;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <summary>Starts builds and stores workloads when triggers require it.</summary>
/// <remarks>
/// <para>The port through which a <see cref="TriggerController"/> makes changes. Implementations write only if the object is
/// still the one that was evaluated, and otherwise return <see cref="TriggerTargetResult.Conflict"/>. They throw on a
/// failure of their own, such as a broken connection; the controller rethrows it and retries later. A target that returns
/// null has refused the request.</para>
/// <para>One controller makes one call at a time, and never a second one for an object before the first has
/// completed.</para>
/// </remarks>
public interface ITriggerTarget
{
    /// <summary>Starts a build, and records in the build configuration the images for which it was started.</summary>
    /// <remarks><see cref="BuildTriggers.RecordBuild"/> creates the record that the build API creates.</remarks>
    /// <param name="buildConfig">The build configuration that was evaluated.</param>
    /// <param name="request">The request for the build, with its causes.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken);

    /// <summary>Stores a workload with its new images.</summary>
    /// <param name="current">The workload that was evaluated.</param>
    /// <param name="updated">The workload with its new images.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken);

    /// <summary>Stores a deployment configuration with its new images.</summary>
    /// <param name="current">The deployment configuration that was evaluated.</param>
    /// <param name="updated">The deployment configuration with its new images.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask<TriggerTargetResult> UpdateAsync(
        DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken);
}
