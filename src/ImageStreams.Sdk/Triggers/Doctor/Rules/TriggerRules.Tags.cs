namespace ImageStreams.Triggers;

/// <content>Rules about the tag that a trigger listens to.</content>
public static partial class TriggerRules
{
    /// <summary>IST1101: The tag is in a namespace of which no object was given.</summary>
    public static TriggerRule NoSuchNamespace { get; } = Warning(
        "IST1101",
        "no-such-namespace",
        title: "The tag is in a namespace of which no object was given.",
        message: "The namespace of {0} has no objects among those given.",
        help: "Nothing fires as long as there is no such namespace. Correct its name, or give its streams as well.");

    /// <summary>IST1102: The trigger listens to a stream that does not exist.</summary>
    public static TriggerRule NoSuchStream { get; } = Warning(
        "IST1102",
        "no-such-stream",
        title: "The trigger listens to a stream that does not exist.",
        message: "{0} does not exist: the namespace has no stream {1}.",
        help: "It fires once the stream and the tag exist. Correct the name or the namespace, or create the stream.");

    /// <summary>IST1103: The trigger listens to a tag that its stream does not have.</summary>
    public static TriggerRule NoSuchTag { get; } = Warning(
        "IST1103",
        "no-such-tag",
        title: "The trigger listens to a tag that its stream does not have.",
        message: "The stream has no tag {1}: {0} does not exist.",
        help: "It fires once something is tagged, imported or pushed there. Correct the name, or create the tag.");

    /// <summary>IST1104: The tag has never had an image.</summary>
    public static TriggerRule NeverImported { get; } = Warning(
        "IST1104",
        "never-imported",
        title: "The tag has never had an image.",
        message: "{0} has never had an image.",
        help: "The trigger fires with the first import or push. Find out why there was none.");

    /// <summary>IST1105: The last import of the tag failed.</summary>
    public static TriggerRule ImportFails { get; } = Warning(
        "IST1105",
        "import-fails",
        title: "The last import of the tag failed.",
        message: "The last import of {0} failed: {1:text}. {2:text}",
        help: "The tag stays where it is until an import succeeds; the condition ImportSuccess has the reason.");

    /// <summary>IST1106: The stream has no numeric resourceVersion, so OpenShift ignores it.</summary>
    public static TriggerRule UnversionedStream { get; } = Warning(
        "IST1106",
        "unversioned-stream",
        title: "The stream has no numeric resourceVersion, so OpenShift ignores it.",
        message: "The stream of {0} has no numeric resourceVersion, and is ignored.",
        help: "A stream that a server stores always has one. For streams from files set IgnoreStatus in the options.");

    /// <summary>IST1107: The tag follows a tag of another stream, which OpenShift copies once and never again.</summary>
    public static TriggerRule AliasAcrossStreams { get; } = Warning(
        "IST1107",
        "alias-across-streams",
        title: "The tag follows a tag of another stream, which OpenShift copies once and never again.",
        message: "{0} was copied from {1}, a tag of another stream, and does not move when that does.",
        help:
            "When that tag moves, this one does not. Let the trigger listen to that tag, or import the image in "
            + "both streams.");

    /// <summary>IST1108: The tag is in a cycle of tags that follow each other, or follows one that is.</summary>
    public static TriggerRule TagCycle { get; } = Warning(
        "IST1108",
        "tag-cycle",
        title: "The tag is in a cycle of tags that follow each other, or follows one that is.",
        message: "{0} leads into a cycle of tags that follow each other.",
        help: "No new image ever comes in. Let one of the tags follow an image.");

    /// <summary>IST1109: The tag follows a tag that its stream does not have.</summary>
    public static TriggerRule FollowsNothing { get; } = Warning(
        "IST1109",
        "follows-nothing",
        title: "The tag follows a tag that its stream does not have.",
        message: "{0} follows {1}, which does not exist.",
        help: "It does not move until that tag exists. Correct its reference, or create that tag.");

    /// <summary>IST1110: The reference of the tag names neither an image nor a tag.</summary>
    public static TriggerRule InvalidSource { get; } = Warning(
        "IST1110",
        "invalid-source",
        title: "The reference of the tag names neither an image nor a tag.",
        message: "{0} follows the {1} {2}, which is neither an image nor a tag.",
        help: "It cannot be imported. Correct the kind or the name of its reference.");

    /// <summary>IST1111: The tag stands for one image or pull spec that does not move.</summary>
    public static TriggerRule PinnedTag { get; } = Note(
        "IST1111",
        "pinned-tag",
        title: "The tag stands for one image or pull spec that does not move.",
        message: "{0} stands for the {1} {2}, {3:text}.",
        help: "The trigger fires when somebody points the tag at another image, and not before.");

    /// <summary>IST1112: Triggers listen to a tag whose import is not scheduled.</summary>
    public static TriggerRule NotScheduled { get; } = Note(
        "IST1112",
        "not-scheduled",
        title: "Triggers listen to a tag whose import is not scheduled.",
        message: "Triggers listen to {0}, but OpenShift does not check whether {1} has moved.",
        help:
            "OpenShift does not check the image in the registry until somebody imports the tag. Set "
            + "importPolicy.scheduled to check it regularly.");

    /// <summary>IST1114: The tag has no image yet; a build pushes it.</summary>
    public static TriggerRule PendingBuild { get; } = Note(
        "IST1114",
        "pending-build",
        title: "The tag has no image yet; a build pushes it.",
        message: "{0} has no image until a build of {1} pushes it.",
        help: "The trigger fires with the first build that succeeds.");

    /// <summary>IST1115: The tag is in a namespace of which no object is among the files.</summary>
    public static TriggerRule NamespaceNotGiven { get; } = Note(
        "IST1115",
        "namespace-not-given",
        title: "The tag is in a namespace of which no object is among the files.",
        message: "The namespace of {0} has no objects among the files, so that the tag was not checked.",
        help: "The tag may well exist in the cluster. Give the streams of that namespace as well to check it.");

    /// <summary>IST1116: The tag may come with the repository that its stream imports as a whole.</summary>
    public static TriggerRule PendingRepository { get; } = Note(
        "IST1116",
        "pending-repository",
        title: "The tag may come with the repository that its stream imports as a whole.",
        message: "{0} has no image until the repository {1} is imported, and only if that has the tag.",
        help:
            "The tags of spec.dockerImageRepository are known after their import. OpenShift imports them once: let a tag follow "
            + "the image to import it again.");

    /// <summary>IST1113: The tag is scheduled, but there is nothing to import again and again.</summary>
    public static TriggerRule ScheduledInVain { get; } = Warning(
        "IST1113",
        "scheduled-in-vain",
        title: "The tag is scheduled, but there is nothing to import again and again.",
        message: "{0} cannot be scheduled: {1:text}",
        help:
            "Only a tag that imports an image of a registry by its tag can be scheduled. Remove scheduled, or "
            + "let the tag follow such an image.");
}
