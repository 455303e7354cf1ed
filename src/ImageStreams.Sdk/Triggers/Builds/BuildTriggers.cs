using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Lists, evaluates and edits the image-change triggers of build configurations.</summary>
/// <remarks>Pure functions with the rules of OpenShift's image trigger controller and build API.</remarks>
public static partial class BuildTriggers
{
    private const string FromTrigger = "spec.triggers";
    private const string FromStrategy = "spec.strategy.*.from";

    /// <summary>Lists the tags that the image-change triggers listen to, in the order of the triggers.</summary>
    /// <remarks>Paused triggers are included: a pause keeps builds from starting, not the trigger from listening.</remarks>
    /// <param name="buildConfig">The build configuration.</param>
    /// <returns>The triggers; those that name something other than an <c>ImageStreamTag</c> are left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="buildConfig"/> is null.</exception>
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

    /// <summary>Evaluates the image-change triggers: the need for a build, and the outcome of each trigger.</summary>
    /// <param name="buildConfig">The build configuration.</param>
    /// <param name="tags">The lookup of the images that tags point to.</param>
    /// <returns>The result, with the build request when a build is required.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="buildConfig"/> or <paramref name="tags"/> is null.
    /// </exception>
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
    /// Records in <c>status</c> that a build was started: its number, and the images for which the triggers fired.
    /// </summary>
    /// <remarks>After that <see cref="Evaluate"/> requires no further build until a tag moves again.</remarks>
    /// <param name="buildConfig">The build configuration before the build.</param>
    /// <param name="request">The request with which the build was started.</param>
    /// <param name="now">The time at which the build was started.</param>
    /// <param name="tags">
    /// The lookup of the images that tags point to; every trigger that is not paused is then recorded, as OpenShift's build
    /// API does, because a build uses all of its images, regardless of its cause. When null, only the triggers that the request
    /// names are recorded.
    /// </param>
    /// <returns>The build configuration with its new status.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="buildConfig"/> or <paramref name="request"/> is null.</exception>
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

    /// <summary>Lists the images that the tags of the triggers point to at the time of a build.</summary>
    private static IEnumerable<ImageChangeTriggerStatus> ListCurrentImages(
        BuildConfig buildConfig, ITagLookup tags, Timestamp now) =>
        from trigger in buildConfig.Spec.Triggers
        let change = trigger.ImageChange
        where change is { Paused: false }
        let source = change.From ?? buildConfig.Spec.Strategy.From
        where source is { Kind: ReferenceKinds.ImageStreamTag }
        let ns = source.NamespaceOr(buildConfig.Namespace)
        let pullSpec = tags.Find(ns, source.Name ?? "").PullSpec
        where pullSpec is not null
        select CreateRecord(source, pullSpec, now);

    private static ImageChangeTriggerStatus CreateRecord(ObjectReference source, string? pullSpec, Timestamp now) => new()
    {
        From = new ImageStreamTagReference { Namespace = source.Namespace, Name = source.Name },
        LastTriggeredImageId = pullSpec,
        LastTriggerTime = now,
    };

    /// <summary>Returns the identity of a record; an absent namespace or name is the same as an empty one.</summary>
    private static (string Namespace, string Name) GetKey(ImageStreamTagReference tag) =>
        (tag.Namespace ?? "", tag.Name ?? "");

    /// <summary>Converts a trigger to one on a field; null when it names no tag.</summary>
    private static ObjectFieldTrigger? ToFieldTrigger(ImageChangeTrigger change, BuildStrategy strategy)
    {
        var path = change.From is null ? FromStrategy : FromTrigger;
        return (change.From ?? strategy.From) is { Kind: ReferenceKinds.ImageStreamTag, Name.Length: > 0 } from
            ? new ObjectFieldTrigger { From = TriggerReferences.ToFieldReference(from), FieldPath = path }
            : null;
    }
}
