using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Controllers;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Testing.Simulation;

/// <summary>The objects with triggers, as the API of a cluster stores them and its controllers change them.</summary>
internal sealed class SimulatedObjects : ITriggerTarget
{
    private static readonly ImageStreamJsonOptions OfAnyVersion = new() { CheckKind = false };

    private readonly WorldLog _log;
    private readonly WorldFaults _faults;
    private readonly Dictionary<TriggerObject, BuildConfig> _buildConfigs = [];
    private readonly Dictionary<TriggerObject, DeploymentConfig> _deploymentConfigs = [];
    private readonly Dictionary<TriggerObject, DeploymentConfig> _deployed = [];
    private readonly Dictionary<TriggerObject, Workload> _workloads = [];

    /// <summary>The builds that triggers started and that have not ended.</summary>
    private readonly HashSet<(TriggerObject BuildConfig, long Number)> _triggered = [];

    public SimulatedObjects(WorldOptions options, WorldLog log, WorldFaults faults, TimeProvider timeProvider)
    {
        _log = log;
        _faults = faults;
        Rollouts = new RolloutHistory(log, timeProvider);
        Triggers = new TriggerController(this, CreateTriggerOptions(options), timeProvider);
        Builds = new BuildSimulator(options, log, faults, timeProvider) { Tags = Triggers.Tags, ReportEnd = ReportEnd };
    }

    /// <summary>The controller that observes every stored object.</summary>
    public TriggerController Triggers { get; }

    public BuildSimulator Builds { get; }

    public RolloutHistory Rollouts { get; }

    public IEnumerable<BuildConfig> BuildConfigs => _buildConfigs.Values;

    public BuildConfig? FindBuildConfig(TriggerObject target) => _buildConfigs.GetValueOrDefault(target);

    public DeploymentConfig? FindDeploymentConfig(TriggerObject target) => _deploymentConfigs.GetValueOrDefault(target);

    public Workload? FindWorkload(TriggerObject target) => _workloads.GetValueOrDefault(target);

    /// <summary>
    /// Stores the fields that a user writes, with the defaults of the API server; the fields that only the cluster writes are
    /// kept.
    /// </summary>
    public void Apply(BuildConfig buildConfig)
    {
        var target = TriggerObject.From(buildConfig);
        var former = FindBuildConfig(target);
        Announce(target, former is null);
        Store(target, buildConfig.WithDefaults() with { Status = former?.Status ?? buildConfig.Status });
    }

    /// <inheritdoc cref="Apply(BuildConfig)"/>
    public void Apply(DeploymentConfig config)
    {
        var target = TriggerObject.From(config);
        var former = FindDeploymentConfig(target);
        Announce(target, former is null);
        Store(target, config.WithDefaults() with { Status = former?.Status ?? config.Status });
    }

    /// <inheritdoc cref="Apply(BuildConfig)"/>
    public void Apply(Workload workload)
    {
        if (IsDeploymentConfig(workload))
        {
            Apply(ImageStreamJson.Deserialize<DeploymentConfig>(workload.Utf8, OfAnyVersion));
            return;
        }

        var target = TriggerObject.From(workload);
        Announce(target, FindWorkload(target) is null);
        Store(target, workload);
    }

    /// <summary>Removes an object; returns true when there was one.</summary>
    public bool Remove(TriggerObject target)
    {
        var isThere = _buildConfigs.Remove(target) | _deploymentConfigs.Remove(target) | _workloads.Remove(target);
        if (isThere)
        {
            _deployed.Remove(target);
            Rollouts.Remove(target);
            Triggers.Remove(target);
            _log.Add(new WorldEvent.Deleted { Object = target });
        }

        return isThere;
    }

    /// <inheritdoc/>
    public ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken)
    {
        var target = TriggerObject.From(buildConfig);
        if (FindBuildConfig(target) is not { } current || !IsCurrent(target, buildConfig, current))
        {
            return ValueTask.FromResult<TriggerTargetResult>(TriggerTargetResult.Conflict.Instance);
        }

        var result = Start(target, current, request);
        if (result is TriggerTargetResult.Accepted)
        {
            _triggered.Add((target, Builds.All[^1].Number));
        }

        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken)
    {
        var target = TriggerObject.From(current);
        if (!IsCurrent(target, current, FindWorkload(target)))
        {
            return ValueTask.FromResult<TriggerTargetResult>(TriggerTargetResult.Conflict.Instance);
        }

        LogPatches(target, current, updated);
        Store(target, updated);
        return ValueTask.FromResult(TriggerTargetResult.Accepted.Instance);
    }

    /// <inheritdoc/>
    public ValueTask<TriggerTargetResult> UpdateAsync(
        DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken)
    {
        var target = TriggerObject.From(current);
        if (!IsCurrent(target, current, FindDeploymentConfig(target)))
        {
            return ValueTask.FromResult<TriggerTargetResult>(TriggerTargetResult.Conflict.Instance);
        }

        LogPatches(target, ToWorkload(current), ToWorkload(updated));
        Store(target, updated);
        return ValueTask.FromResult(TriggerTargetResult.Accepted.Instance);
    }

    /// <summary>Starts a build, and records the images for which it was started in the build configuration.</summary>
    public TriggerTargetResult Start(TriggerObject target, BuildConfig buildConfig, BuildRequest request)
    {
        if (Builds.Start(buildConfig, request) is not { } recorded)
        {
            return new TriggerTargetResult.Refused { Message = $"The base image of {target} does not point to an image." };
        }

        Store(target, recorded);
        return TriggerTargetResult.Accepted.Instance;
    }

    /// <summary>Rolls a deployment configuration out with the images of all its triggers, as a user requests it.</summary>
    public void StartRollout(DeploymentConfig config, ITagLookup tags)
    {
        var target = TriggerObject.From(config);
        var all = config with { Spec = config.Spec with { Triggers = config.Spec.Triggers.Select(AsAutomatic).ToValueList() } };
        var updated = DeploymentConfigTriggers.Evaluate(all, tags) is DeploymentConfigTriggerResult.Changed update
            ? update.DeploymentConfig with { Spec = update.DeploymentConfig.Spec with { Triggers = Restored(config, update) } }
            : config;
        LogPatches(target, ToWorkload(config), ToWorkload(updated));
        Deploy(target, updated);
    }

    private void ReportEnd(SimulatedBuild build)
    {
        var target = TriggerObject.From(build.BuildConfig);
        if (_triggered.Remove((target, build.Number)))
        {
            Triggers.ReportBuildEnded(target);
        }
    }

    /// <summary>Determines whether a workload is a DeploymentConfig of OpenShift, and not of an added kind of that name.</summary>
    private static bool IsDeploymentConfig(Workload workload) =>
        workload.Kind == DeploymentConfig.KindName && Workload.TryParse(workload.Utf8, out _);

    private static TriggerControllerOptions CreateTriggerOptions(WorldOptions options) => new()
    {
        InternalRegistryHostname = options.Engine.InternalRegistryHostname,
        Fuse = options.Fuse,
        MaxRunningBuilds = options.MaxRunningBuilds,
        BuildRate = options.BuildRate,
        Waves = options.Waves,
        MaturityDelay = options.MaturityDelay,
        ChangeWindows = options.ChangeWindows,
    };

    private static DeploymentTriggerPolicy AsAutomatic(DeploymentTriggerPolicy trigger) => trigger.ImageChangeParams is { } change
        ? trigger with { ImageChangeParams = change with { Automatic = true } }
        : trigger;

    /// <summary>Returns the triggers after an update, automatic only where they were before.</summary>
    private static ValueList<DeploymentTriggerPolicy> Restored(
        DeploymentConfig before, DeploymentConfigTriggerResult.Changed update) =>
        before.Spec.Triggers.Zip(update.DeploymentConfig.Spec.Triggers, (former, trigger) => trigger with
        {
            ImageChangeParams = trigger.ImageChangeParams is { } change
                ? change with { Automatic = former.ImageChangeParams!.Automatic }
                : null,
        }).ToValueList();

    private static Workload ToWorkload(DeploymentConfig config) =>
        Workload.Parse(ImageStreamJson.SerializeToUtf8Bytes(config.WithTypeMeta()));

    private bool IsCurrent<T>(TriggerObject target, T decidedOn, T? current) =>
        !_faults.IsContested(target) && EqualityComparer<T>.Default.Equals(decidedOn, current);

    private void Announce(TriggerObject target, bool isNew) =>
        _log.Add(new WorldEvent.Applied { Object = target, IsNew = isNew });

    private void Store(TriggerObject target, BuildConfig buildConfig)
    {
        _buildConfigs[target] = buildConfig;
        Triggers.Observe(buildConfig);
    }

    private void Store(TriggerObject target, Workload workload)
    {
        _workloads[target] = workload;
        Triggers.Observe(workload);
        if (!workload.IsPaused && workload.Kind is "Deployment" or "DaemonSet" or "StatefulSet")
        {
            Rollouts.RollOutIfChanged(target, workload);
        }
    }

    private void Store(TriggerObject target, DeploymentConfig config)
    {
        _deploymentConfigs[target] = config;
        if (DeploymentConfigRollout.IsDue(config, _deployed.GetValueOrDefault(target)))
        {
            Deploy(target, config);
        }
        else
        {
            Triggers.Observe(config);
        }
    }

    private void Deploy(TriggerObject target, DeploymentConfig config)
    {
        var next = config with { Status = config.Status with { LatestVersion = config.Status.LatestVersion + 1 } };
        var isRolledOut = Rollouts.RollOutIfChanged(target, ToWorkload(config));
        _deploymentConfigs[target] = isRolledOut ? next : config;
        _deployed[target] = _deploymentConfigs[target];
        Triggers.Observe(_deploymentConfigs[target]);
    }

    private void LogPatches(TriggerObject target, Workload current, Workload updated)
    {
        foreach (var (before, after) in current.Containers.Zip(updated.Containers))
        {
            if (before.Image != after.Image)
            {
                _log.Add(new WorldEvent.ImagePatched
                {
                    Object = target,
                    Container = after.Name,
                    From = before.Image ?? "",
                    To = after.Image ?? "",
                });
            }
        }
    }
}
