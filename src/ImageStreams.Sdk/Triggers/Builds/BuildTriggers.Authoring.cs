using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <content>Writing triggers. No two of them are ever on one tag, which the build API would refuse.</content>
public static partial class BuildTriggers
{
    /// <summary>The build configuration with one more trigger.</summary>
    /// <param name="buildConfig">The build configuration.</param>
    /// <param name="tag">The tag, without a namespace one of the object's own; null for the image of the strategy.</param>
    /// <param name="paused">Whether the trigger is held back at first.</param>
    /// <exception cref="TriggerEditException">There is a trigger on that tag already, also as the image of the strategy; or the
    /// strategy has no image.</exception>
    public static BuildConfig Add(BuildConfig buildConfig, ImageStreamTagName? tag = null, bool paused = false)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);

        var change = new ImageChangeTrigger { From = tag is null ? null : CreateReference(buildConfig, tag), Paused = paused };
        if (FindSource(buildConfig, change) is not { } source)
        {
            throw TriggerEditException.NoStrategyImage(TriggerObject.From(buildConfig));
        }

        return HasTriggerOn(buildConfig, source)
            ? throw TriggerEditException.AlreadyTriggeredOn(TriggerObject.From(buildConfig), tag)
            : WithTriggers(buildConfig, buildConfig.Spec.Triggers.Add(
                new BuildTriggerPolicy { Type = BuildTriggerPolicy.ImageChangeType, ImageChange = change }));
    }

    /// <summary>The build configuration without the trigger on a tag.</summary>
    /// <param name="buildConfig">The build configuration.</param>
    /// <param name="tag">The tag that the trigger names; null for the trigger that names none, on the image of the strategy.</param>
    /// <exception cref="TriggerEditException">There is no such trigger.</exception>
    public static BuildConfig Remove(BuildConfig buildConfig, ImageStreamTagName? tag = null) =>
        Change(buildConfig, tag, _ => null);

    /// <summary>The build configuration with the trigger on a tag held back.</summary>
    /// <inheritdoc cref="Remove"/>
    public static BuildConfig Pause(BuildConfig buildConfig, ImageStreamTagName? tag = null) =>
        Change(buildConfig, tag, change => change with { Paused = true });

    /// <summary>The build configuration with the trigger on a tag no longer held back.</summary>
    /// <inheritdoc cref="Remove"/>
    public static BuildConfig Resume(BuildConfig buildConfig, ImageStreamTagName? tag = null) =>
        Change(buildConfig, tag, change => change with { Paused = false });

    /// <summary>The build configuration with a trigger on another tag than before.</summary>
    /// <remarks>A trigger on the image of the strategy follows that, so the strategy itself gets the tag.</remarks>
    /// <param name="buildConfig">The build configuration.</param>
    /// <param name="tag">The tag that the trigger names; null for the trigger that names none.</param>
    /// <param name="to">The tag that it is to be on; without a namespace one of the object's own.</param>
    /// <exception cref="TriggerEditException">There is no such trigger, or one on the new tag already.</exception>
    public static BuildConfig Retarget(BuildConfig buildConfig, ImageStreamTagName? tag, ImageStreamTagName to)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);
        ArgumentNullException.ThrowIfNull(to);

        var without = Remove(buildConfig, tag);
        var reference = CreateReference(buildConfig, to);
        if (HasTriggerOn(without, reference))
        {
            throw TriggerEditException.AlreadyTriggeredOn(TriggerObject.From(buildConfig), to);
        }

        return tag is null
            ? buildConfig with { Spec = buildConfig.Spec with { Strategy = buildConfig.Spec.Strategy.WithFrom(reference) } }
            : Change(buildConfig, tag, change => change with { From = reference, LastTriggeredImageId = null });
    }

    private static BuildConfig Change(
        BuildConfig buildConfig, ImageStreamTagName? tag, Func<ImageChangeTrigger, ImageChangeTrigger?> change)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);

        var isChanged = false;
        var triggers = new List<BuildTriggerPolicy>(buildConfig.Spec.Triggers.Count);
        foreach (var trigger in buildConfig.Spec.Triggers)
        {
            var isIt = trigger.ImageChange is { } own && NamesTag(buildConfig, own, tag);
            isChanged |= isIt;
            var next = isIt ? change(trigger.ImageChange!) : trigger.ImageChange;
            if (!isIt || next is not null)
            {
                triggers.Add(trigger with { ImageChange = next });
            }
        }

        return isChanged
            ? WithTriggers(buildConfig, triggers.ToValueList())
            : throw TriggerEditException.NoTriggerOn(TriggerObject.From(buildConfig), tag);
    }

    /// <summary>Whether a trigger names a tag, or, where none is meant, names none.</summary>
    private static bool NamesTag(BuildConfig buildConfig, ImageChangeTrigger change, ImageStreamTagName? tag) => tag is null
        ? change.From is null
        : change.From is { } from && GetKey(buildConfig, from) == GetKey(buildConfig, CreateReference(buildConfig, tag));

    /// <summary>Whether a trigger is on what a reference means, by its own name or by that of the strategy.</summary>
    private static bool HasTriggerOn(BuildConfig buildConfig, ObjectReference source) => buildConfig.Spec.Triggers
        .Select(trigger => trigger.ImageChange is { } change ? FindSource(buildConfig, change) : null)
        .OfType<ObjectReference>()
        .Any(other => GetKey(buildConfig, other) == GetKey(buildConfig, source));

    private static ObjectReference? FindSource(BuildConfig buildConfig, ImageChangeTrigger change) =>
        change.From ?? buildConfig.Spec.Strategy.From;

    private static (string? Kind, string Namespace, string Name) GetKey(BuildConfig buildConfig, ObjectReference reference) =>
        (reference.Kind, reference.NamespaceOr(buildConfig.Metadata.Namespace), reference.Name ?? "");

    private static ObjectReference CreateReference(BuildConfig buildConfig, ImageStreamTagName tag) =>
        TriggerReferences.FromTag(tag, buildConfig.Metadata.Namespace);

    private static BuildConfig WithTriggers(BuildConfig buildConfig, ValueList<BuildTriggerPolicy> triggers) =>
        buildConfig with { Spec = buildConfig.Spec with { Triggers = triggers } };
}
