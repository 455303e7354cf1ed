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
            .Select(change => ToFieldTrigger(change, buildConfig.Spec.Strategy))
            .OfType<ObjectFieldTrigger>()
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

    /// <summary>The trigger as one on a field; null when it names no tag.</summary>
    private static ObjectFieldTrigger? ToFieldTrigger(ImageChangeTrigger change, BuildStrategy strategy) =>
        (change.From ?? strategy.From) is { Kind: ReferenceKinds.ImageStreamTag, Name: { Length: > 0 } name } from
            ? new ObjectFieldTrigger
            {
                From = new ObjectFieldTriggerReference { Kind = from.Kind, Name = name, Namespace = from.Namespace },
                FieldPath = change.From is null ? FromStrategy : FromTrigger,
            }
            : null;
}
