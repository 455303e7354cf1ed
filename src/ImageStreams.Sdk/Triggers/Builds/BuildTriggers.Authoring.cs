using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <content>
/// Edits triggers. A tag means the trigger that <see cref="List(BuildConfig)"/> lists with it, whether the trigger or the
/// strategy names the tag. No two triggers are ever on the same tag, which the build API would reject. Triggers that an API
/// server drops are not there; they can be removed, but nothing else.
/// </content>
public static partial class BuildTriggers
{
    /// <summary>Adds a trigger.</summary>
    /// <param name="buildConfig">The build configuration.</param>
    /// <param name="tag">
    /// The tag to listen to, in the namespace of the build configuration unless it names one; null for the image of the
    /// strategy.
    /// </param>
    /// <param name="paused">True to add the trigger paused.</param>
    /// <returns>The build configuration with the trigger.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="buildConfig"/> is null.</exception>
    /// <exception cref="TriggerEditException">
    /// There is already a trigger on that tag, by its name or by that of the strategy; or <paramref name="tag"/> is null and the
    /// strategy has no image, or one that is no <c>ImageStreamTag</c>, whose trigger a server would drop.
    /// </exception>
    public static BuildConfig Add(BuildConfig buildConfig, ImageStreamTagName? tag = null, bool paused = false)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);

        var change = new ImageChangeTrigger { From = tag is null ? null : CreateReference(buildConfig, tag), Paused = paused };
        if ((change.From ?? buildConfig.Spec.CompleteTriggers().Strategy.From) is not { } source)
        {
            throw TriggerEditErrors.NoStrategyImage(TriggerObject.From(buildConfig));
        }

        if (tag is null && source.Kind != ReferenceKinds.ImageStreamTag)
        {
            throw TriggerEditErrors.NoStrategyTag(TriggerObject.From(buildConfig), source);
        }

        return HasTriggerOn(buildConfig, source)
            ? throw TriggerEditErrors.AlreadyTriggered(TriggerObject.From(buildConfig), tag)
            : WithTriggers(buildConfig, buildConfig.Spec.Triggers.Add(
                new BuildTriggerPolicy { Type = BuildTriggerPolicy.ImageChangeType, ImageChange = change }));
    }

    /// <summary>Removes the trigger on a tag.</summary>
    /// <param name="buildConfig">The build configuration.</param>
    /// <param name="tag">The tag that the trigger listens to; null for the trigger on the image of the strategy.</param>
    /// <returns>The build configuration without the trigger, and without those on the tag that an API server drops.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="buildConfig"/> is null.</exception>
    /// <exception cref="TriggerEditException">There is no such trigger.</exception>
    public static BuildConfig Remove(BuildConfig buildConfig, ImageStreamTagName? tag = null) =>
        Change(buildConfig, tag, _ => null, includesDropped: true);

    /// <summary>Pauses the trigger on a tag.</summary>
    /// <param name="buildConfig">The build configuration.</param>
    /// <param name="tag">The tag that the trigger listens to; null for the trigger on the image of the strategy.</param>
    /// <returns>The build configuration with the trigger paused.</returns>
    /// <inheritdoc cref="Remove" path="/exception"/>
    public static BuildConfig Pause(BuildConfig buildConfig, ImageStreamTagName? tag = null) =>
        Change(buildConfig, tag, change => change with { Paused = true });

    /// <summary>Resumes the trigger on a tag.</summary>
    /// <param name="buildConfig">The build configuration.</param>
    /// <param name="tag">The tag that the trigger listens to; null for the trigger on the image of the strategy.</param>
    /// <returns>The build configuration with the trigger no longer paused.</returns>
    /// <inheritdoc cref="Remove" path="/exception"/>
    public static BuildConfig Resume(BuildConfig buildConfig, ImageStreamTagName? tag = null) =>
        Change(buildConfig, tag, change => change with { Paused = false });

    /// <summary>Moves a trigger to another tag.</summary>
    /// <remarks>For the trigger on the image of the strategy, the strategy itself gets the new tag.</remarks>
    /// <param name="buildConfig">The build configuration.</param>
    /// <param name="tag">The tag that the trigger listens to; null for the trigger on the image of the strategy.</param>
    /// <param name="to">The new tag, in the namespace of the build configuration unless it names one.</param>
    /// <returns>The build configuration with the trigger on the new tag.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="buildConfig"/> or <paramref name="to"/> is null.</exception>
    /// <exception cref="TriggerEditException">There is no such trigger, or there is already one on the new tag.</exception>
    public static BuildConfig Retarget(BuildConfig buildConfig, ImageStreamTagName? tag, ImageStreamTagName to)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);
        ArgumentNullException.ThrowIfNull(to);

        var isOnStrategy = FindTrigger(buildConfig, tag) is { ImageChange.From: null };
        var without = Change(buildConfig, tag, _ => null);
        var reference = CreateReference(buildConfig, to);
        if (HasTriggerOn(without, reference))
        {
            throw TriggerEditErrors.AlreadyTriggered(TriggerObject.From(buildConfig), to);
        }

        return isOnStrategy
            ? buildConfig with { Spec = buildConfig.Spec with { Strategy = buildConfig.Spec.Strategy.WithFrom(reference) } }
            : Change(buildConfig, tag, change => change with { From = reference, LastTriggeredImageId = null });
    }

    private static BuildConfig Change(
        BuildConfig buildConfig,
        ImageStreamTagName? tag,
        Func<ImageChangeTrigger, ImageChangeTrigger?> change,
        bool includesDropped = false)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);

        var complete = buildConfig.Spec.CompleteTriggers();
        var isChanged = false;
        var triggers = new List<BuildTriggerPolicy>(complete.Triggers.Count);
        for (var i = 0; i < complete.Triggers.Count; i++)
        {
            var isMatch = (includesDropped || complete.Keeps(complete.Triggers[i]))
                && IsOn(buildConfig, complete, complete.Triggers[i], tag);
            isChanged |= isMatch;
            var next = isMatch ? change(complete.Triggers[i].ImageChange!) : null;
            if (!isMatch)
            {
                triggers.Add(buildConfig.Spec.Triggers[i]);
            }
            else if (next is not null)
            {
                triggers.Add(buildConfig.Spec.Triggers[i] with { ImageChange = next });
            }
        }

        return isChanged
            ? WithTriggers(buildConfig, triggers.ToValueList())
            : throw TriggerEditErrors.NoSuchTrigger(TriggerObject.From(buildConfig), tag);
    }

    /// <summary>Finds the complete form of the trigger on a tag; null when there is none.</summary>
    private static BuildTriggerPolicy? FindTrigger(BuildConfig buildConfig, ImageStreamTagName? tag)
    {
        var complete = buildConfig.Spec.CompleteTriggers();
        return complete.Triggers.FirstOrDefault(
            trigger => complete.Keeps(trigger) && IsOn(buildConfig, complete, trigger, tag));
    }

    /// <summary>Determines whether a trigger listens to the tag or, when that is null, to the image of the strategy.</summary>
    private static bool IsOn(
        BuildConfig buildConfig, BuildConfigSpec complete, BuildTriggerPolicy trigger, ImageStreamTagName? tag)
    {
        if (trigger.ImageChange is not { } change)
        {
            return false;
        }

        return tag is null
            ? change.From is null
            : (change.From ?? complete.Strategy.From) is { } from
                && GetKey(buildConfig, from) == GetKey(buildConfig, CreateReference(buildConfig, tag));
    }

    /// <summary>Determines whether a trigger listens to a reference, by its own name or by that of the strategy.</summary>
    private static bool HasTriggerOn(BuildConfig buildConfig, ObjectReference source)
    {
        var complete = buildConfig.Spec.CompleteTriggers();
        return complete.Triggers
            .Where(complete.Keeps)
            .Select(trigger => trigger.ImageChange is { } change ? change.From ?? complete.Strategy.From : null)
            .OfType<ObjectReference>()
            .Any(other => GetKey(buildConfig, other) == GetKey(buildConfig, source));
    }

    private static (string? Kind, string Namespace, string Name) GetKey(BuildConfig buildConfig, ObjectReference reference) =>
        (reference.Kind, reference.NamespaceOr(buildConfig.Namespace), reference.Name ?? "");

    private static ObjectReference CreateReference(BuildConfig buildConfig, ImageStreamTagName tag) =>
        TriggerReferences.FromTag(tag, buildConfig.Namespace);

    private static BuildConfig WithTriggers(BuildConfig buildConfig, ValueList<BuildTriggerPolicy> triggers) =>
        buildConfig with { Spec = buildConfig.Spec with { Triggers = triggers } };
}
