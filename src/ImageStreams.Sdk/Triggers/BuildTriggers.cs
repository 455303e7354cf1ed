using ImageStreams.Collections;

namespace ImageStreams.Triggers;

/// <summary>Says which tags a build configuration listens to, and whether what they point to now must be built.</summary>
/// <remarks>OpenShift's rules, those of its image trigger controller. Pure functions.</remarks>
public static class BuildTriggers
{
    private const string FromTrigger = "spec.triggers";
    private const string FromStrategy = "spec.strategy.*.from";

    /// <summary>The tags that the image-change triggers name, in their order; a trigger of another kind names none.</summary>
    /// <remarks>Paused triggers are among them: a pause holds builds back, not the listening.</remarks>
    public static ValueList<ObjectFieldTrigger> List(BuildConfig buildConfig)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);

        return buildConfig.Spec.Triggers
            .Select(trigger => trigger.ImageChange)
            .OfType<ImageChangeTrigger>()
            .Select(change => (change.From ?? buildConfig.Spec.Strategy.From, change.From is null ? FromStrategy : FromTrigger))
            .Where(pair => pair.Item1 is { Kind: ReferenceKinds.ImageStreamTag, Name.Length: > 0 })
            .Select(pair => new ObjectFieldTrigger { From = Named(pair.Item1!), FieldPath = pair.Item2 })
            .ToValueList();
    }

    /// <summary>Whether a build must start now, what for, and what became of each trigger.</summary>
    public static BuildDecision Decide(BuildConfig buildConfig, ITagLookup tags)
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

        return evaluation.Decision;
    }

    private static ObjectFieldTriggerReference Named(ObjectReference from) =>
        new() { Kind = from.Kind ?? "", Name = from.Name ?? "", Namespace = from.Namespace };
}
