using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Controllers;
using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Triggers;

/// <summary>A trigger of any kind of object, as the laws see it.</summary>
internal sealed record ExaminedTrigger
{
    private static readonly TriggerRule[] Holds =
        [TriggerRules.PausedTrigger, TriggerRules.ManualTrigger, TriggerRules.HeldBack, TriggerRules.UnversionedStream];

    /// <summary>The object and where the trigger stands in it.</summary>
    public required GraphField Field { get; init; }

    /// <summary>Other places in the object that concern the trigger.</summary>
    public string[] OtherPaths { get; init; } = [];

    /// <summary>The tag that it names; null when it names none.</summary>
    public required ImageStreamTagName? Tag { get; init; }

    /// <summary>What evaluation makes of it; null where evaluation gives the object up.</summary>
    public required Func<ITagLookup, TriggerStatus?> Evaluate { get; init; }

    /// <summary>The streams of whose changes the object hears.</summary>
    public required ValueList<string> Heard { get; init; }

    /// <summary>Whether the trigger hears of its tag, and fires.</summary>
    public bool Fires(ITagLookup tags) =>
        Heard.Contains($"{Tag!.Namespace}/{Tag.Stream}") && Evaluate(tags) == TriggerStatus.Fires;

    public IEnumerable<TriggerFinding> Findings(ValueList<TriggerFinding> findings) => findings.Where(finding =>
        finding.Location with { Path = "" } == Field with { Path = "" }
        && (IsAt(finding, Field.Path, "[") || IsAt(finding, Field.Path, ".") || OtherPaths.Any(path => IsAt(finding, path, "."))));

    /// <summary>Whether the doctor says nothing for which it may not fire when its tag moves.</summary>
    public bool IsSilent(ValueList<TriggerFinding> findings, ITagLookup tags) => Tag is not null
        && !Findings(findings).Any(finding => Holds.Contains(finding.Rule)
            || (finding.Severity == TriggerSeverity.Error && finding.Rule != TriggerRules.EqualTriggers)
            || (finding.Severity == TriggerSeverity.Warning && tags.Find(Tag.Namespace, Tag.LocalName).PullSpec is null));

    public static IEnumerable<ExaminedTrigger> GetAll(GraphObjects objects) => objects.BuildConfigs.SelectMany(FromBuildConfig)
        .Concat(objects.DeploymentConfigs.SelectMany(FromDeploymentConfig))
        .Concat(objects.Workloads.SelectMany(FromWorkload));

    private static bool IsAt(TriggerFinding finding, string path, string separator) => finding.Location.Path == path
        || finding.Location.Path.StartsWith(path + separator, StringComparison.Ordinal);

    private static IEnumerable<ExaminedTrigger> FromBuildConfig(BuildConfig build) =>
        BuildTriggers.Evaluate(build, NoTags.Instance).Triggers.Select(outcome => new ExaminedTrigger
        {
            Field = Named(BuildConfig.KindName, build.Metadata, $"spec.triggers[{outcome.Index}].imageChange"),
            OtherPaths = build.Spec.Triggers[outcome.Index].ImageChange!.From is null ? ["spec.strategy.sourceStrategy.from"] : [],
            Tag = FindTag(outcome.From, build.Metadata.Namespace),
            Evaluate = tags => BuildTriggers.Evaluate(build, tags).Triggers.Single(one => one.Index == outcome.Index).Status,
            Heard = TriggerIndex.Find(build, "")?.ImageStreams ?? [],
        });

    private static IEnumerable<ExaminedTrigger> FromDeploymentConfig(DeploymentConfig config) =>
        DeploymentConfigTriggers.Evaluate(config, NoTags.Instance).Triggers.Select(outcome => new ExaminedTrigger
        {
            Field = Named(DeploymentConfig.KindName, config.Metadata, $"spec.triggers[{outcome.Index}].imageChangeParams"),
            Tag = FindTag(outcome.From, config.Metadata.Namespace),
            Evaluate = tags => DeploymentConfigTriggers.Evaluate(config, tags) is not DeploymentConfigTriggerResult.Unresolvable and var update
                ? update.Triggers.Single(one => one.Index == outcome.Index).Status
                : null,
            Heard = TriggerIndex.Find(config, "")?.ImageStreams ?? [],
        });

    /// <summary>Those that can be read; of an annotation that cannot, there is one that stands for all.</summary>
    private static IEnumerable<ExaminedTrigger> FromWorkload(Workload workload)
    {
        var path = new GraphField { Kind = workload.Kind, Namespace = workload.Namespace!, Name = workload.Name!, Path = ExaminedObjects.Annotation };
        var isReadable = WorkloadTriggers.Evaluate(workload, NoTags.Instance)
            is not WorkloadTriggerResult.Invalid { Reason: InvalidTriggerReason.InvalidAnnotation or InvalidTriggerReason.DuplicateTriggers };
        return isReadable
            ? WorkloadTriggers.List(workload).Select((trigger, i) => FromFieldTrigger(workload, trigger, i, path))
            : [new ExaminedTrigger { Field = path, Tag = null, Evaluate = _ => null, Heard = [] }];
    }

    private static ExaminedTrigger FromFieldTrigger(Workload workload, ObjectFieldTrigger trigger, int index, GraphField path) => new()
    {
        Field = path with { Path = $"{ExaminedObjects.Annotation}[{index}]" },
        OtherPaths = [ExaminedObjects.Annotation],
        Tag = FindTag(new() { Name = trigger.From.Name, Namespace = trigger.From.Namespace }, workload.Namespace),
        Evaluate = tags => WorkloadTriggers.Evaluate(workload, tags) is not WorkloadTriggerResult.Invalid and var update
            ? VerdictOn(update.Triggers[index], update.Triggers)
            : null,
        Heard = IsWatched(workload) ? TriggerIndex.Find(workload, "")?.ImageStreams ?? [] : [],
    };

    /// <summary>What became of a trigger; one to which a former one on the same tag and container left nothing fires with it.</summary>
    private static TriggerStatus VerdictOn(WorkloadTriggerOutcome outcome, ValueList<WorkloadTriggerOutcome> all) =>
        outcome.Status == TriggerStatus.Unchanged && all.Any(other => other.Status == TriggerStatus.Fires
            && (other.Container, other.PullSpec) == (outcome.Container, outcome.PullSpec))
            ? TriggerStatus.Fires
            : outcome.Status;

    private static bool IsWatched(Workload workload) => workload.Kind is "Deployment" or "StatefulSet" or "DaemonSet" or "CronJob";

    private static GraphField Named(string kind, ObjectMeta metadata, string path) =>
        new() { Kind = kind, Namespace = metadata.Namespace!, Name = metadata.Name!, Path = path };

    private static ImageStreamTagName? FindTag(ObjectReference? from, string? ns) =>
        ImageStreamTagName.TrySplit(from?.Name ?? "", out var stream, out var tag)
            ? ImageStreamTagName.FromParts(string.IsNullOrEmpty(from!.Namespace) ? ns! : from.Namespace, stream, tag)
            : null;

    /// <summary>No tag points to anything.</summary>
    private sealed class NoTags : ITagLookup
    {
        public static readonly NoTags Instance = new();

        public TagLookupResult Find(string ns, string name) => default;
    }
}
