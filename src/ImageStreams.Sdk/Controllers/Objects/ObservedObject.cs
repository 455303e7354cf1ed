using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <summary>An object with triggers, as a controller last observed it.</summary>
internal abstract partial class ObservedObject
{
    private readonly ValueList<ObjectFieldTrigger> _triggers;

    private ObservedObject(TriggerObject name, ValueList<ObjectFieldTrigger> triggers)
    {
        Name = name;
        _triggers = triggers;
    }

    public TriggerObject Name { get; }

    public static ObservedObject From(BuildConfig buildConfig) => new ObservedBuildConfig(buildConfig);

    public static ObservedObject From(DeploymentConfig config) => new ObservedDeploymentConfig(config);

    /// <summary>Reads a workload; one that is a DeploymentConfig becomes the same as that.</summary>
    public static ObservedObject From(Workload workload)
    {
        if (!workload.IsDeploymentConfig)
        {
            return new ObservedWorkload(workload);
        }

        return workload.TryReadDeploymentConfig(out var config, out var error)
            ? From(config)
            : new UnreadableWorkload(workload, UnreadableObjects.CreateResult(error));
    }

    /// <summary>Determines whether the triggers must be evaluated again.</summary>
    /// <param name="former">The object before; null when it is new.</param>
    public abstract bool HasChangedSince(ObservedObject? former);

    /// <summary>Evaluates the triggers.</summary>
    public abstract TriggerEvaluation Evaluate(ITagLookup tags, Timestamp now);

    /// <summary>Lists the streams that the object listens to, and whether all triggers on them are paused.</summary>
    public IEnumerable<(ImageStreamName Stream, bool IsPaused)> ListStreams() => _triggers
        .Where(trigger => TriggerSources.CanFire(trigger.From.Kind, trigger.From.ApiVersion, trigger.From.Name))
        .GroupBy(
            trigger => GetStream(trigger.From),
            (stream, triggers) => (stream, triggers.All(trigger => trigger.Paused)));

    private ImageStreamName GetStream(ObjectFieldTriggerReference from)
    {
        ImageStreamTagName.TrySplit(from.Name, out var stream, out _);
        return ImageStreamName.FromParts(from.NamespaceOr(Name.Namespace), stream);
    }

    private abstract class Observed<T>(TriggerObject name, ValueList<ObjectFieldTrigger> triggers, T value)
        : ObservedObject(name, triggers)
        where T : class
    {
        protected T Value { get; } = value;

        public sealed override bool HasChangedSince(ObservedObject? former) => HasChanged((former as Observed<T>)?.Value);

        protected abstract bool HasChanged(T? former);
    }

    private sealed class ObservedBuildConfig(BuildConfig buildConfig)
        : Observed<BuildConfig>(TriggerObject.From(buildConfig), BuildTriggers.List(buildConfig), buildConfig)
    {
        public override TriggerEvaluation Evaluate(ITagLookup tags, Timestamp now)
        {
            var result = BuildTriggers.Evaluate(Value, tags);
            var request = (result as BuildTriggerResult.BuildRequired)?.Request;
            return TriggerEvaluation.Create(result, request is null ? null : CreateAction(request, tags, now));
        }

        protected override bool HasChanged(BuildConfig? former) => TriggerIndex.Compare(Value, former) != TriggerChange.None;

        private TriggerAction CreateAction(BuildRequest request, ITagLookup tags, Timestamp now) => new()
        {
            RunAsync = (target, cancellationToken) => target.StartBuildAsync(Value, request, cancellationToken),
            ResultingObject = From(BuildTriggers.RecordBuild(Value, request, now, tags)),
            Request = request,
        };
    }

    private sealed class ObservedDeploymentConfig(DeploymentConfig config)
        : Observed<DeploymentConfig>(TriggerObject.From(config), DeploymentConfigTriggers.List(config), config)
    {
        public override TriggerEvaluation Evaluate(ITagLookup tags, Timestamp now)
        {
            var result = DeploymentConfigTriggers.Evaluate(Value, tags);
            var updated = (result as DeploymentConfigTriggerResult.Changed)?.DeploymentConfig;
            return TriggerEvaluation.Create(result, updated is null ? null : CreateAction(updated));
        }

        protected override bool HasChanged(DeploymentConfig? former) =>
            TriggerIndex.Compare(Value, former) != TriggerChange.None;

        private TriggerAction CreateAction(DeploymentConfig updated) => new()
        {
            RunAsync = (target, cancellationToken) => target.UpdateAsync(Value, updated, cancellationToken),
            ResultingObject = From(updated),
        };
    }
}
