using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Workspaces;

/// <content>The answers about triggers.</content>
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

    /// <summary>Evaluates the triggers of all objects of the workspace.</summary>
    /// <returns>
    /// The results: builds first, then deployment configurations, then workloads, each in the given order. A workload that cannot
    /// be read does not fire, and its explanation is the cause.
    /// </returns>
    public ValueList<WorkspaceTrigger> EvaluateTriggers() =>
    [
        .. Objects.BuildConfigs.Select(Describe),
        .. Objects.DeploymentConfigs.Select(Describe),
        .. Objects.Workloads.Select(Describe),
    ];

    /// <summary>Evaluates the triggers of a build configuration.</summary>
    /// <param name="buildConfig">The build configuration; it need not be one of the workspace.</param>
    /// <returns>The build to request, or the reason for none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="buildConfig"/> is null.</exception>
    public BuildTriggerResult EvaluateTriggers(BuildConfig buildConfig) => BuildTriggers.Evaluate(buildConfig, _tags);

    /// <summary>Evaluates the triggers of a deployment configuration.</summary>
    /// <param name="deploymentConfig">The deployment configuration; it need not be one of the workspace.</param>
    /// <returns>The deployment configuration with its new images, or the reason for none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="deploymentConfig"/> is null.</exception>
    public DeploymentConfigTriggerResult EvaluateTriggers(DeploymentConfig deploymentConfig) =>
        DeploymentConfigTriggers.Evaluate(deploymentConfig, _tags);

    /// <summary>Evaluates the triggers in the annotation of a workload.</summary>
    /// <param name="workload">The workload; it need not be one of the workspace.</param>
    /// <returns>The workload with its new images, or the reason for none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="workload"/> is null.</exception>
    public WorkloadTriggerResult EvaluateTriggers(Workload workload) => WorkloadTriggers.Evaluate(workload, _tags);

    private WorkspaceTrigger Describe(BuildConfig build)
    {
        var result = EvaluateTriggers(build);
        return Describe(TriggerObject.From(build), result, result is BuildTriggerResult.BuildRequired);
    }

    private WorkspaceTrigger Describe(DeploymentConfig config)
    {
        var result = EvaluateTriggers(config);
        return Describe(TriggerObject.From(config), result, result is DeploymentConfigTriggerResult.Changed);
    }

    private WorkspaceTrigger Describe(Workload workload)
    {
        if (!workload.IsDeploymentConfig)
        {
            var result = EvaluateTriggers(workload);
            return Describe(TriggerObject.From(workload), result, result is WorkloadTriggerResult.Changed);
        }

        return workload.TryReadDeploymentConfig(out var config, out var error)
            ? Describe(config)
            : Describe(TriggerObject.From(workload), UnreadableObjects.CreateResult(error), fires: false);
    }

    private WorkspaceTrigger Describe<TOutcome>(TriggerObject subject, TriggerResult<TOutcome> result, bool fires)
        where TOutcome : TriggerOutcome => new()
        {
            Object = subject,
            Fires = fires,
            Triggers = [.. result.Triggers],
            RestsOn = result.Triggers.Aggregate(
                WorkspaceAssumptions.AsStored, (sum, trigger) => sum | FindAssumption(trigger, subject.Namespace)),
            Result = result.Explanation,
        };

    private WorkspaceAssumptions FindAssumption(TriggerOutcome trigger, string ns) => trigger switch
    {
        { PullSpec: null } or { Tag: null } => WorkspaceAssumptions.AsStored,
        { Tag.Namespace.Length: > 0 } => FindAssumption(trigger.Tag),
        _ => FindAssumption(trigger.Tag.WithNamespace(ns)),
    };
}
