using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Workspaces;

/// <content>The answers about builds and workloads.</content>
public sealed partial class ImageStreamWorkspace
{
    /// <summary>Finds triggers that can never fire, that do not fire in the current state, or that have unexpected effects.</summary>
    /// <returns>The findings; under an assumption, those about a missing status are left out.</returns>
    public ValueList<TriggerFinding> Diagnose()
    {
        var options = new TriggerDoctorOptions { IgnoreStatus = !IsStored };
        foreach (var code in _silenced)
        {
            options.Silenced.Add(code);
        }

        return TriggerDoctor.Examine(_given.ToGraphObjects(), options);
    }

    /// <summary>Admits a workload: replaces the names of streams in its containers by pull specs, as OpenShift does.</summary>
    /// <param name="workload">The workload; it need not be one of the workspace.</param>
    /// <returns>The workload with its images, the result for each container, and the assumptions that they rest on.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="workload"/> is null.</exception>
    public WorkspaceAdmission Admit(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        var admission = new ImageAdmission(_names.Value).Admit(workload);
        var restsOn = admission.Results.Aggregate(
            WorkspaceAssumptions.AsStored, (sum, result) => sum | FindAssumption(result));
        return new WorkspaceAdmission { Admission = admission, RestsOn = restsOn };
    }

    /// <summary>Admits a build: replaces the names of streams in its references by pull specs, as OpenShift does.</summary>
    /// <param name="build">The build; it need not be one of the workspace.</param>
    /// <returns>The build with its images, and the result for each reference.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="build"/> is null.</exception>
    public BuildAdmission Admit(Build build) => new ImageAdmission(_names.Value).Admit(build);

    /// <summary>Evaluates the triggers of all objects of the workspace.</summary>
    /// <returns>
    /// The results: builds first, then deployment configurations, then workloads, each in the given order. A workload that cannot
    /// be read has the result <see cref="WorkloadTriggerResult.Invalid"/> with the cause.
    /// </returns>
    public ValueList<WorkspaceTrigger> EvaluateTriggers()
    {
        var lookup = new StreamTagLookup(_streams, InternalRegistryHostname) { AcceptUnversioned = !IsStored };
        var builds = Objects.BuildConfigs.Select(WorkspaceTrigger (build) => new WorkspaceTrigger.ForBuild
        {
            BuildConfig = build,
            Result = BuildTriggers.Evaluate(build, lookup),
        });
        var configs = Objects.DeploymentConfigs.Select(WorkspaceTrigger (config) => new WorkspaceTrigger.ForDeploymentConfig
        {
            DeploymentConfig = config,
            Result = DeploymentConfigTriggers.Evaluate(config, lookup),
        });
        var workloads = Objects.Workloads.Select(workload => Evaluate(workload, lookup));
        return [.. builds, .. configs, .. workloads];
    }

    private static WorkspaceTrigger Evaluate(Workload workload, StreamTagLookup lookup)
    {
        if (!workload.IsDeploymentConfig)
        {
            return new WorkspaceTrigger.ForWorkload { Workload = workload, Result = WorkloadTriggers.Evaluate(workload, lookup) };
        }

        if (!workload.TryReadDeploymentConfig(out var config, out var error))
        {
            return new WorkspaceTrigger.ForWorkload { Workload = workload, Result = UnreadableObjects.CreateResult(error) };
        }

        return new WorkspaceTrigger.ForDeploymentConfig
        {
            DeploymentConfig = config,
            Result = DeploymentConfigTriggers.Evaluate(config, lookup),
        };
    }

    private WorkspaceAssumptions FindAssumption(AdmissionResult result) =>
        result is AdmissionResult.Rewritten { Resolution: ImageNameResolution.Resolved { Stream: { } stream } }
        && ImageReference.TryParse(result.From.Name, out var name)
            ? _assumed.FindAssumption(stream.WithTag(PullSpecs.OrLatest(name.Tag)))
            : WorkspaceAssumptions.AsStored;
}
