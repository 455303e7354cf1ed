using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>
/// Says which tags a build configuration listens to, and whether what they point to now must be built.
/// </summary>
/// <remarks>OpenShift's rules, those of its image trigger controller. Pure functions.</remarks>
public static partial class BuildTriggers
{
    private const string FromTrigger = "spec.triggers";
    private const string FromStrategy = "spec.strategy.*.from";

    /// <summary>
    /// The tags that the image-change triggers name, in their order; a trigger of another kind names none.
    /// </summary>
    /// <remarks>Paused triggers are among them: a pause holds builds back, not the listening.</remarks>
    public static ValueList<ObjectFieldTrigger> List(BuildConfig buildConfig)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);

        var triggers = new List<ObjectFieldTrigger>(buildConfig.Spec.Triggers.Count);
        foreach (var trigger in buildConfig.Spec.Triggers)
        {
            if (trigger.ImageChange is { } change && ToFieldTrigger(change, buildConfig.Spec.Strategy) is { } field)
            {
                triggers.Add(field);
            }
        }

        return triggers.ToValueList();
    }

    /// <summary>Whether a build must start now, what for, and what became of each trigger.</summary>
    public static BuildTriggerResult Evaluate(BuildConfig buildConfig, ITagLookup tags)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);
        ArgumentNullException.ThrowIfNull(tags);

        var evaluation = new BuildTriggerEvaluation(buildConfig, tags);
        for (var i = 0; i < buildConfig.Spec.Triggers.Count; i++)
        {
            if (buildConfig.Spec.Triggers[i].ImageChange is { } change)
            {
                evaluation.Add(i, change);
            }
        }

        return evaluation.Result;
    }

    /// <summary>
    /// The build configuration after a build was started: its number, and what its triggers fired for.
    /// </summary>
    /// <remarks>With that, <see cref="Evaluate"/> asks for no further build until a tag moves again.</remarks>
    /// <param name="buildConfig">The build configuration before.</param>
    /// <param name="request">The request that the build was started with.</param>
    /// <param name="now">The time of the start.</param>
    /// <param name="tags">
    /// What the tags point to: then every trigger that is not paused is recorded as OpenShift's build API does it, since a
    /// build takes all of its images, whatever started it. Only those that the request names when null.
    /// </param>
    public static BuildConfig RecordBuild(
        BuildConfig buildConfig, BuildRequest request, Timestamp now, ITagLookup? tags = null)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);
        ArgumentNullException.ThrowIfNull(request);

        var fired = request.TriggeredBy
            .Where(cause => cause.ImageChangeBuild is { FromRef: not null })
            .Select(cause => CreateRecord(cause.ImageChangeBuild!.FromRef!, cause.ImageChangeBuild.ImageId, now))
            .Concat(tags is null ? [] : ListCurrentImages(buildConfig, tags, now))
            .DistinctBy(one => GetKey(one.From))
            .ToList();
        var firedTags = fired.Select(one => GetKey(one.From)).ToHashSet();
        var others = buildConfig.Status.ImageChangeTriggers.Where(known => !firedTags.Contains(GetKey(known.From)));
        return buildConfig with
        {
            Status = buildConfig.Status with
            {
                LastVersion = buildConfig.Status.LastVersion + 1,
                ImageChangeTriggers = [.. others, .. fired],
            },
        };
    }

    /// <summary>What the triggers' tags point to at the time of a build.</summary>
    private static IEnumerable<ImageChangeTriggerStatus> ListCurrentImages(BuildConfig buildConfig, ITagLookup tags, Timestamp now) =>
        from trigger in buildConfig.Spec.Triggers
        let change = trigger.ImageChange
        where change is { Paused: false }
        let source = change.From ?? buildConfig.Spec.Strategy.From
        where source is { Kind: ReferenceKinds.ImageStreamTag }
        let ns = source.NamespaceOr(buildConfig.Metadata.Namespace)
        let pullSpec = tags.Find(ns, source.Name ?? "").PullSpec
        where pullSpec is not null
        select CreateRecord(source, pullSpec, now);

    private static ImageChangeTriggerStatus CreateRecord(ObjectReference source, string? pullSpec, Timestamp now) => new()
    {
        From = new ImageStreamTagReference { Namespace = source.Namespace, Name = source.Name },
        LastTriggeredImageId = pullSpec,
        LastTriggerTime = now,
    };

    /// <summary>What tells records apart: an absent namespace or name is an empty one.</summary>
    private static (string Namespace, string Name) GetKey(ImageStreamTagReference tag) =>
        (tag.Namespace ?? "", tag.Name ?? "");

    /// <summary>The trigger as one on a field; null when it names no tag.</summary>
    private static ObjectFieldTrigger? ToFieldTrigger(ImageChangeTrigger change, BuildStrategy strategy) =>
        (change.From ?? strategy.From) is { Kind: ReferenceKinds.ImageStreamTag, Name.Length: > 0 } from
            ? new ObjectFieldTrigger
            {
                From = TriggerReferences.ToFieldReference(from),
                FieldPath = change.From is null ? FromStrategy : FromTrigger,
            }
            : null;
}
