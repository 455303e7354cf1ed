using ImageStreams.Collections;

namespace ImageStreams.Triggers;

/// <summary>Files objects by the tags that they listen to.</summary>
public static class TriggerIndex
{
    /// <summary>The entry of a build configuration; null when it listens to no tag.</summary>
    /// <param name="buildConfig">The build configuration.</param>
    /// <param name="prefix">What its key begins with, such as <c>buildconfigs.build.openshift.io/</c>.</param>
    public static TriggerIndexEntry? Find(BuildConfig buildConfig, string prefix)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);
        ArgumentNullException.ThrowIfNull(prefix);
        return Find(buildConfig.Metadata, BuildTriggers.List(buildConfig), prefix);
    }

    /// <summary>What a change from one state of a build configuration to another means to the index.</summary>
    /// <param name="current">The state after the change; null when it was deleted.</param>
    /// <param name="former">The state before the change; null when it is new.</param>
    public static TriggerChange Compare(BuildConfig? current, BuildConfig? former) => Compare(
        current is null ? null : BuildTriggers.List(current),
        former is null ? null : BuildTriggers.List(former));

    private static TriggerIndexEntry? Find(ObjectMeta metadata, ValueList<ObjectFieldTrigger> triggers, string prefix)
    {
        var ns = metadata.Namespace ?? "";
        return triggers.IsEmpty ? null : new TriggerIndexEntry
        {
            Key = $"{prefix}{ns}/{metadata.Name}",
            Namespace = ns,
            Triggers = triggers,
        };
    }

    private static TriggerChange Compare(ValueList<ObjectFieldTrigger>? current, ValueList<ObjectFieldTrigger>? former)
    {
        if (current is null)
        {
            return TriggerChange.Deleted;
        }

        return former is not { IsEmpty: false } ? TriggerChange.Added
            : former == current ? TriggerChange.None
            : TriggerChange.Updated;
    }
}
