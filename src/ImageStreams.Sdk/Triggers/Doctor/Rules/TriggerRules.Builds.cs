namespace ImageStreams.Triggers;

/// <content>Rules about the triggers of build and deployment configurations, and about objects that cannot be read.</content>
public static partial class TriggerRules
{
    /// <summary>IST1301: The trigger names no image, and neither does the strategy.</summary>
    public static TriggerRule NoBaseImage { get; } = Error(
        "IST1301",
        "no-base-image",
        title: "The trigger names no image, and neither does the strategy.",
        message: "Neither the trigger nor the strategy names an image.",
        help: "There is nothing to listen to. Name a tag in the trigger or in the strategy.");

    /// <summary>IST1302: The trigger listens to the base image of the strategy, which is not an ImageStreamTag.</summary>
    public static TriggerRule BaseIsNoTag { get; } = Error(
        "IST1302",
        "base-is-no-tag",
        title: "The trigger listens to the base image of the strategy, which is not an ImageStreamTag.",
        message:
            "The trigger listens to the strategy's image, which is of the kind {0}; only an ImageStreamTag can "
            + "fire.",
        help:
            "Triggers are not notified of changes of anything else. Let the strategy begin with a tag, or name "
            + "one in the trigger.");

    /// <summary>IST1303: The trigger is an image-change trigger, but does not name what it listens to.</summary>
    public static TriggerRule NoParameters { get; } = Error(
        "IST1303",
        "no-parameters",
        title: "The trigger is an image-change trigger, but does not name what it listens to.",
        message: "The trigger is an image-change trigger, but does not name what it listens to.",
        help:
            "An API server rejects the object. It fills in an empty imageChange for the type ImageChange of a build, but not for "
            + "the old spelling imageChange, and never imageChangeParams of a deployment configuration.");

    /// <summary>IST1304: Two image-change triggers of a build listen to one tag.</summary>
    public static TriggerRule EqualTriggers { get; } = Error(
        "IST1304",
        "equal-triggers",
        title: "Two image-change triggers of a build listen to one tag.",
        message: "Trigger {0} listens to the same tag already.",
        help: "An API server rejects the object. Keep one of them.");

    /// <summary>IST1305: Builds create the images that they are built from, so that they never end.</summary>
    public static TriggerRule BuildLoop { get; } = Warning(
        "IST1305",
        "build-loop",
        title: "Builds create the images that they are built from, so that they never end.",
        message: "Builds start each other in a loop: {0:text}.",
        help: "Each build starts the next one. Pause one of the triggers, or push to another tag.");

    /// <summary>IST1306: The build pushes to a stream that does not exist.</summary>
    public static TriggerRule NoOutputStream { get; } = Note(
        "IST1306",
        "no-output-stream",
        title: "The build pushes to a stream that does not exist.",
        message: "The build pushes to {0}, whose stream does not exist.",
        help: "Its builds stay New with the reason InvalidOutputReference. Create the stream.");

    /// <summary>IST1401: The trigger is not automatic.</summary>
    public static TriggerRule ManualTrigger { get; } = Note(
        "IST1401",
        "manual-trigger",
        title: "The trigger is not automatic.",
        message: "The image changes when somebody rolls out the latest version, and not before.",
        help: "The image changes when somebody rolls out the latest version, and not before.");

    /// <summary>IST1402: The trigger is for no container.</summary>
    public static TriggerRule NoContainers { get; } = Error(
        "IST1402",
        "no-containers",
        title: "The trigger is for no container.",
        message: "The trigger names no container, and is not notified of changes.",
        help:
            "OpenShift indexes triggers by their containers, so that this one is not notified of changes. Name "
            + "the containers.");

    /// <summary>IST1403: The trigger of a deployment configuration has a type that does not exist.</summary>
    public static TriggerRule UnknownType { get; } = Error(
        "IST1403",
        "unknown-type",
        title: "The trigger of a deployment configuration has a type that does not exist.",
        message: "The type '{0}' does not exist: {1:text}",
        help:
            "Types are compared exactly. An API server rejects the object if the type is empty; otherwise the trigger sets the "
            + "image at most, and starts no rollout. Correct the type.");

    /// <summary>IST1901: The object cannot be read.</summary>
    public static TriggerRule UnreadableObject { get; } = Error(
        "IST1901",
        "unreadable-object",
        title: "The object cannot be read.",
        message: "The object cannot be read: {0:text}",
        help: "None of its triggers was examined. Correct the field that cannot be read.");
}
