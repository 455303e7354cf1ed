namespace ImageStreams.Triggers;

/// <content>Rules about triggers of build and deployment configurations.</content>
public static partial class TriggerRules
{
    /// <summary>The trigger names no image, and neither does the strategy.</summary>
    public static TriggerRule NoBaseImage { get; } = Error(
        "IST1301",
        "no-base-image",
        "The trigger names no image, and neither does the strategy.",
        "There is nothing to listen to. Name a tag in the trigger or in the strategy.");

    /// <summary>The trigger listens to the base image of the strategy, which is no ImageStreamTag.</summary>
    public static TriggerRule BaseIsNoTag { get; } = Error(
        "IST1302",
        "base-is-no-tag",
        "The trigger listens to the base image of the strategy, which is no ImageStreamTag.",
        "Nobody tells of changes of anything else. Let the strategy begin with a tag, or name one in the trigger.");

    /// <summary>The trigger is of type ImageChange, but does not say what it listens to.</summary>
    public static TriggerRule NoParameters { get; } = Error(
        "IST1303",
        "no-parameters",
        "The trigger is of type ImageChange, but does not say what it listens to.",
        "A server fills in an empty imageChange of a build; a deployment configuration it refuses.");

    /// <summary>Two image-change triggers of a build listen to one tag.</summary>
    public static TriggerRule EqualTriggers { get; } = Error(
        "IST1304",
        "equal-triggers",
        "Two image-change triggers of a build listen to one tag.",
        "An API server refuses the object. Leave one of them.");

    /// <summary>Builds make what they are made from, so that they go on for ever.</summary>
    public static TriggerRule BuildLoop { get; } = Warning(
        "IST1305",
        "build-loop",
        "Builds make what they are made from, so that they go on for ever.",
        "Each build starts the next one. Pause one of the triggers, or push somewhere else.");

    /// <summary>The build pushes to a stream that does not exist.</summary>
    public static TriggerRule NoOutputStream { get; } = Note(
        "IST1306",
        "no-output-stream",
        "The build pushes to a stream that does not exist.",
        "Its builds stay New with the reason InvalidOutputReference. Make the stream.");

    /// <summary>The trigger is not automatic.</summary>
    public static TriggerRule ManualTrigger { get; } = Note(
        "IST1401",
        "manual-trigger",
        "The trigger is not automatic.",
        "The new image is taken when somebody rolls out the latest version, and not before.");

    /// <summary>The trigger is for no container.</summary>
    public static TriggerRule NoContainers { get; } = Error(
        "IST1402",
        "no-containers",
        "The trigger is for no container.",
        "OpenShift files triggers by their containers, so that this one hears of no change. Name the containers.");

    /// <summary>The object cannot be read.</summary>
    public static TriggerRule UnreadableObject { get; } = Error(
        "IST1901",
        "unreadable-object",
        "The object cannot be read.",
        "None of its triggers was examined. Mend what does not fit.");
}
