using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Controllers;
using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Triggers;

/// <summary>A trigger of an object of any kind, for the laws of the doctor.</summary>
internal sealed record ExaminedTrigger
{
    private static readonly TriggerRule[] Pauses =
        [TriggerRules.PausedTrigger, TriggerRules.ManualTrigger, TriggerRules.BlockedTrigger, TriggerRules.UnversionedStream];

    /// <summary>The object and the path of the trigger.</summary>
    public required GraphField Field { get; init; }

    /// <summary>Other paths in the object that concern the trigger.</summary>
    public string[] OtherPaths { get; init; } = [];

    /// <summary>The tag that it names; null when it names none.</summary>
    public required ImageStreamTagName? Tag { get; init; }

    /// <summary>Evaluates the trigger; null when the evaluation rejects the object.</summary>
    public required Func<ITagLookup, TriggerStatus?> Evaluate { get; init; }

    /// <summary>The streams of whose changes the object is notified.</summary>
    public required ValueList<string> Streams { get; init; }

    /// <summary>Determines whether the object is notified of the tag and the trigger fires.</summary>
    public bool Fires(ITagLookup tags) =>
        Streams.Contains($"{Tag!.Namespace}/{Tag.Stream}") && Evaluate(tags) == TriggerStatus.Fires;

    public IEnumerable<TriggerFinding> Findings(ValueList<TriggerFinding> findings) => findings.Where(finding =>
        finding.Location with { Path = "" } == Field with { Path = "" }
        && (IsAt(finding, Field.Path, "[") || IsAt(finding, Field.Path, ".") || OtherPaths.Any(path => IsAt(finding, path, "."))));

    /// <summary>Determines whether the doctor reports nothing for which the trigger might not fire when its tag moves.</summary>
    public bool IsSilent(ValueList<TriggerFinding> findings, ITagLookup tags) => Tag is not null
        && !Findings(findings).Any(finding => Pauses.Contains(finding.Rule)
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
            OtherPaths = build.Spec.Triggers[outcome.Index].ImageChange?.From is null ? ["spec.strategy.sourceStrategy.from"] : [],
            Tag = FindTag(outcome.From, build.Metadata.Namespace),
            Evaluate = tags => BuildTriggers.Evaluate(build, tags).Triggers.Single(one => one.Index == outcome.Index).Status,
            Streams = TriggerIndex.Find(build, "")?.ImageStreams ?? [],
        });

    private static IEnumerable<ExaminedTrigger> FromDeploymentConfig(DeploymentConfig config) =>
        DeploymentConfigTriggers.Evaluate(config, NoTags.Instance).Triggers.Select(outcome => new ExaminedTrigger
        {
            Field = Named(DeploymentConfig.KindName, config.Metadata, $"spec.triggers[{outcome.Index}].imageChangeParams"),
            Tag = FindTag(outcome.From, config.Metadata.Namespace),
            Evaluate = tags => DeploymentConfigTriggers.Evaluate(config, tags) switch
            {
                DeploymentConfigTriggerResult.Unresolvable => null,
                var result => result.Triggers.Single(one => one.Index == outcome.Index).Status,
            },
            Streams = TriggerIndex.Find(config, "")?.ImageStreams ?? [],
        });

    /// <summary>The triggers in the annotation; one for all when the annotation cannot be read.</summary>
    private static IEnumerable<ExaminedTrigger> FromWorkload(Workload workload)
    {
        var path = new GraphField { Kind = workload.Kind, Namespace = workload.Namespace!, Name = workload.Name!, Path = ExaminedObjects.Annotation };
        var isReadable = WorkloadTriggers.Evaluate(workload, NoTags.Instance)
            is not WorkloadTriggerResult.Invalid { Reason: InvalidTriggerReason.InvalidAnnotation or InvalidTriggerReason.DuplicateTriggers };
        return isReadable
            ? WorkloadTriggers.List(workload).Select((trigger, i) => FromFieldTrigger(workload, trigger, i, path))
            : [new ExaminedTrigger { Field = path, Tag = null, Evaluate = _ => null, Streams = [] }];
    }

    private static ExaminedTrigger FromFieldTrigger(Workload workload, ObjectFieldTrigger trigger, int index, GraphField path) => new()
    {
        Field = path with { Path = $"{ExaminedObjects.Annotation}[{index}]" },
        OtherPaths = [ExaminedObjects.Annotation],
        Tag = FindTag(new() { Name = trigger.From.Name, Namespace = trigger.From.Namespace }, workload.Namespace),
        Evaluate = tags => WorkloadTriggers.Evaluate(workload, tags) switch
        {
            WorkloadTriggerResult.Invalid => null,
            var result => GetStatus(result.Triggers[index], result.Triggers),
        },
        Streams = ListStreams(workload),
    };

    private static ValueList<string> ListStreams(Workload workload) =>
        (IsWatched(workload) ? TriggerIndex.Find(workload, "")?.ImageStreams : null) ?? [];

    /// <summary>The status of a trigger; when a former one on the same tag and container has fired, it counts as fired.</summary>
    private static TriggerStatus GetStatus(WorkloadTriggerOutcome outcome, ValueList<WorkloadTriggerOutcome> all) =>
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

    /// <summary>A lookup in which no tag points to an image.</summary>
    private sealed class NoTags : ITagLookup
    {
        public static readonly NoTags Instance = new();

        public TagLookupResult Find(string ns, string name) => default;
    }
}
