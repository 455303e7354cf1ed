using ImageStreams.Builds;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
namespace ImageStreams.Controllers;

/// <summary>Does what triggers ask for: starts builds and stores workloads.</summary>
/// <remarks>
/// <para>The port behind which a <see cref="TriggerController"/> changes things. Implementations write only if the object
/// is still the one that was decided on, and answer <see cref="TriggerTargetResult.Conflict"/> if not. What they cannot do for
/// reasons of their own (a connection that broke) they throw; the controller lets it through and tries again later.</para>
/// <para>Called one after the other by one controller; never called again for an object before the answer is there.</para>
/// </remarks>
public interface ITriggerTarget
{
    /// <summary>Starts a build, and records in the build configuration what it was started for.</summary>
    /// <remarks><see cref="BuildTriggers.RecordBuild"/> is what the build API records.</remarks>
    /// <param name="buildConfig">The build configuration as it was decided on.</param>
    /// <param name="request">What to build, and why.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken);

    /// <summary>Stores a workload with the images that its triggers ask for.</summary>
    /// <param name="current">The workload as it was decided on.</param>
    /// <param name="updated">The workload as it is to be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken);

    /// <summary>Stores a deployment configuration with the images that its triggers ask for.</summary>
    /// <param name="current">The deployment configuration as it was decided on.</param>
    /// <param name="updated">The deployment configuration as it is to be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<TriggerTargetResult> UpdateAsync(
        DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken);
}
