namespace ImageStreams.Triggers;

/// <content>Rules about why a tag does not move.</content>
public static partial class TriggerRules
{
    /// <summary>The tag is in a namespace of which no object was given.</summary>
    public static TriggerRule NoSuchNamespace { get; } = Warning(
        "IST1101",
        "no-such-namespace",
        "The tag is in a namespace of which no object was given.",
        "Nothing fires while there is no such namespace. Mend its name, or give its streams as well.");

    /// <summary>The trigger listens to a stream that does not exist.</summary>
    public static TriggerRule NoSuchStream { get; } = Warning(
        "IST1102",
        "no-such-stream",
        "The trigger listens to a stream that does not exist.",
        "It fires once the stream and the tag are there. Mend the name or the namespace, or make the stream.");

    /// <summary>The trigger listens to a tag that its stream does not have.</summary>
    public static TriggerRule NoSuchTag { get; } = Warning(
        "IST1103",
        "no-such-tag",
        "The trigger listens to a tag that its stream does not have.",
        "It fires once something is tagged, imported or pushed there. Mend the name, or make the tag.");

    /// <summary>The tag has never had an image.</summary>
    public static TriggerRule NeverImported { get; } = Warning(
        "IST1104",
        "never-imported",
        "The tag has never had an image.",
        "The trigger fires with the first import or push. See why none has come.");

    /// <summary>The last import of the tag failed.</summary>
    public static TriggerRule ImportFails { get; } = Warning(
        "IST1105",
        "import-fails",
        "The last import of the tag failed.",
        "The tag stays where it is until an import succeeds; the condition ImportSuccess says what is wrong.");

    /// <summary>The stream has no numeric resourceVersion, so OpenShift passes over it.</summary>
    public static TriggerRule UnversionedStream { get; } = Warning(
        "IST1106",
        "unversioned-stream",
        "The stream has no numeric resourceVersion, so OpenShift passes over it.",
        "A stream that a server keeps always has one. For streams from files say so in the options.");

    /// <summary>The tag follows a tag of another stream, which OpenShift copies once and never again.</summary>
    public static TriggerRule AliasAcrossStreams { get; } = Warning(
        "IST1107",
        "alias-across-streams",
        "The tag follows a tag of another stream, which OpenShift copies once and never again.",
        "When that tag moves, this one does not. Let the trigger listen to that tag, or import the image in both "
            + "streams.");

    /// <summary>The tag is in a ring of tags that follow each other, or follows one that is.</summary>
    public static TriggerRule TagCycle { get; } = Warning(
        "IST1108",
        "tag-ring",
        "The tag is in a ring of tags that follow each other, or follows one that is.",
        "No new image ever comes in. Let one of the tags follow an image.");

    /// <summary>The tag follows a tag that its stream does not have.</summary>
    public static TriggerRule FollowsNothing { get; } = Warning(
        "IST1109",
        "follows-nothing",
        "The tag follows a tag that its stream does not have.",
        "It does not move until that tag exists. Mend what it follows, or make that tag.");

    /// <summary>What the tag is to follow is no image and no tag.</summary>
    public static TriggerRule InvalidSource { get; } = Warning(
        "IST1110",
        "invalid-source",
        "What the tag is to follow is no image and no tag.",
        "It cannot be imported. Mend its kind or its name.");

    /// <summary>The tag stands for one image or pull spec that does not move.</summary>
    public static TriggerRule PinnedTag { get; } = Note(
        "IST1111",
        "pinned-tag",
        "The tag stands for one image or pull spec that does not move.",
        "The trigger fires when somebody points the tag at another image, and not before.");

    /// <summary>Triggers listen to a tag whose import is not scheduled.</summary>
    public static TriggerRule NotScheduled { get; } = Note(
        "IST1112",
        "not-scheduled",
        "Triggers listen to a tag whose import is not scheduled.",
        "Nobody looks whether the image in the registry has moved until somebody imports the tag. Set "
            + "importPolicy.scheduled if it is to move by itself.");

    /// <summary>The tag is scheduled, but there is nothing to import again and again.</summary>
    public static TriggerRule ScheduledInVain { get; } = Warning(
        "IST1113",
        "scheduled-in-vain",
        "The tag is scheduled, but there is nothing to import again and again.",
        "Only a tag that imports an image of a registry by its tag can be scheduled. Take scheduled away, or let the tag "
            + "follow such an image.");
}
