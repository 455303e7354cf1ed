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
    /// <remarks>
    /// Paused triggers are included: a pause keeps builds from starting, not the trigger from listening. The defaults of an API
    /// server apply (<see cref="BuildConfig.WithDefaults"/>), and triggers that it drops are left out.
    /// </remarks>
    /// <param name="buildConfig">The build configuration.</param>
    /// <returns>The triggers; those that name something other than an <c>ImageStreamTag</c> are left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="buildConfig"/> is null.</exception>
    public static ValueList<ObjectFieldTrigger> List(BuildConfig buildConfig)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);

        var spec = buildConfig.Spec.CompleteTriggers();
        return ListAll(spec, spec.Keeps);
    }

    /// <summary>Lists the tags of the triggers as they are, without the defaults of an API server.</summary>
    /// <remarks>As OpenShift's controller reads an object, which an API server has stored. For such objects the result is that of
    /// <see cref="List(BuildConfig)"/>.</remarks>
    /// <inheritdoc cref="List(BuildConfig)"/>
    public static ValueList<ObjectFieldTrigger> ListAsIs(BuildConfig buildConfig)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);
        return ListAll(buildConfig.Spec, _ => true);
    }

    /// <summary>Evaluates the image-change triggers: the need for a build, and the outcome of each trigger.</summary>
    /// <remarks>The build configuration is evaluated as an API server stores it (see <see cref="BuildConfig.WithDefaults"/>);
    /// the positions of the outcomes are those of the given object.</remarks>
    /// <param name="buildConfig">The build configuration.</param>
    /// <param name="tags">The lookup of the images that tags point to.</param>
    /// <returns>The result, with the build request when a build is required.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="buildConfig"/> or <paramref name="tags"/> is null.
    /// </exception>
    public static BuildTriggerResult Evaluate(BuildConfig buildConfig, ITagLookup tags)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);
        return EvaluateAll(CompleteTriggers(buildConfig), tags, isStored: true);
    }

    /// <summary>Evaluates the image-change triggers as they are, without the defaults of an API server.</summary>
    /// <remarks>
    /// As OpenShift's controller evaluates an object: it neither fills in fields nor checks the types of the triggers and the
    /// kind of the base image. For an object that an API server has stored, the result is that of
    /// <see cref="Evaluate(BuildConfig, ITagLookup)"/>.
    /// </remarks>
    /// <inheritdoc cref="Evaluate(BuildConfig, ITagLookup)"/>
    public static BuildTriggerResult EvaluateAsIs(BuildConfig buildConfig, ITagLookup tags)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);
        return EvaluateAll(buildConfig, tags, isStored: false);
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
            .Concat(tags is null ? [] : ListCurrentImages(CompleteTriggers(buildConfig), tags, now))
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

    private static ValueList<ObjectFieldTrigger> ListAll(BuildConfigSpec spec, Func<BuildTriggerPolicy, bool> isListed)
    {
        var triggers = new List<ObjectFieldTrigger>(spec.Triggers.Count);
        foreach (var trigger in spec.Triggers)
        {
            if (trigger.ImageChange is { } change && isListed(trigger) && ToFieldTrigger(change, spec.Strategy) is { } field)
            {
                triggers.Add(field);
            }
        }

        return triggers.ToValueList();
    }

    private static BuildTriggerResult EvaluateAll(BuildConfig buildConfig, ITagLookup tags, bool isStored)
    {
        ArgumentNullException.ThrowIfNull(tags);

        var evaluation = new BuildTriggerEvaluation(buildConfig, tags, isStored);
        for (var i = 0; i < buildConfig.Spec.Triggers.Count; i++)
        {
            evaluation.Add(i, buildConfig.Spec.Triggers[i]);
        }

        return evaluation.Result;
    }

    /// <summary>Creates a copy with the defaults that decide what triggers listen to; the same object when it has them.</summary>
    private static BuildConfig CompleteTriggers(BuildConfig buildConfig)
    {
        var spec = buildConfig.Spec.CompleteTriggers();
        return ReferenceEquals(spec, buildConfig.Spec) ? buildConfig : buildConfig with { Spec = spec };
    }

    /// <summary>Lists the images that the tags of the triggers point to at the time of a build.</summary>
    private static IEnumerable<ImageChangeTriggerStatus> ListCurrentImages(
        BuildConfig buildConfig, ITagLookup tags, Timestamp now) =>
        from trigger in buildConfig.Spec.Triggers
        let change = trigger.ImageChange
        where change is { Paused: false } && buildConfig.Spec.Keeps(trigger)
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
