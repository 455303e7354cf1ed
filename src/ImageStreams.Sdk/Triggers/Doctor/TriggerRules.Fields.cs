namespace ImageStreams.Triggers;

/// <content>Rules about mistakes of a trigger in itself.</content>
public static partial class TriggerRules
{
    /// <summary>The trigger annotation is not a list of triggers.</summary>
    public static TriggerRule UnreadableAnnotation { get; } = Error(
        "IST1001",
        "unreadable-annotation",
        "The trigger annotation is not a list of triggers.",
        "Nothing of the object fires until the annotation is a JSON list of objects with from, fieldPath and paused.");

    /// <summary>paused is a text, and must be true or false without quotes.</summary>
    public static TriggerRule PausedIsText { get; } = Error(
        "IST1002",
        "paused-is-text",
        "paused is a text, and must be true or false without quotes.",
        "The text makes the whole annotation unreadable, so that no trigger of the object fires. Take away the quotes.");

    /// <summary>Two triggers of an annotation are for one field.</summary>
    public static TriggerRule DuplicateField { get; } = Error(
        "IST1003",
        "duplicate-field",
        "Two triggers of an annotation are for one field.",
        "OpenShift then reads none of the triggers, paused ones included. Leave one of them.");

    /// <summary>The object is of a kind whose trigger annotation nobody watches.</summary>
    public static TriggerRule UnwatchedKind { get; } = Error(
        "IST1004",
        "unwatched-kind",
        "The object is of a kind whose trigger annotation nobody watches.",
        "Only the annotations of Deployments, DaemonSets, StatefulSets and CronJobs fire. Put the trigger on the object "
            + "that makes this one; a DeploymentConfig has spec.triggers.");

    /// <summary>The field path does not begin with the path of the pods of this kind.</summary>
    public static TriggerRule FieldOutsidePods { get; } = Error(
        "IST1005",
        "field-outside-pods",
        "The field path does not begin with the path of the pods of this kind.",
        "OpenShift passes over the trigger. A CronJob has its pods at spec.jobTemplate.spec.template.spec, the other "
            + "kinds at spec.template.spec.");

    /// <summary>The field path leads to something that is no image of a container.</summary>
    public static TriggerRule FieldIsNoImage { get; } = Error(
        "IST1006",
        "field-is-no-image",
        "The field path leads to something that is no image of a container.",
        "OpenShift then changes nothing of the object, whatever its other triggers ask for. Write "
            + "containers[?(@.name==\"NAME\")].image behind the path of the pods.");

    /// <summary>The container in the field path is quoted with single quotes.</summary>
    public static TriggerRule SingleQuotes { get; } = Error(
        "IST1007",
        "single-quotes",
        "The container in the field path is quoted with single quotes.",
        "OpenShift knows double quotes only, finds no container, and changes nothing of the object.");

    /// <summary>The trigger is for a container that the object does not have.</summary>
    public static TriggerRule NoSuchContainer { get; } = Error(
        "IST1008",
        "no-such-container",
        "The trigger is for a container that the object does not have.",
        "In an annotation that keeps every other trigger of the object from firing, too. Name a container of the pods.");

    /// <summary>The trigger listens to something that is no ImageStreamTag.</summary>
    public static TriggerRule WrongKind { get; } = Error(
        "IST1009",
        "wrong-kind",
        "The trigger listens to something that is no ImageStreamTag.",
        "Nobody tells triggers of changes of anything else. Name an ImageStreamTag.");

    /// <summary>The reference to the tag has an apiVersion.</summary>
    public static TriggerRule ApiVersionGiven { get; } = Error(
        "IST1010",
        "api-version",
        "The reference to the tag has an apiVersion.",
        "OpenShift leaves such a trigger out of its index, so that it hears of no change. Leave apiVersion out.");

    /// <summary>The trigger names a stream without a tag, or nothing.</summary>
    public static TriggerRule NoTagNamed { get; } = Error(
        "IST1011",
        "no-tag-named",
        "The trigger names a stream without a tag, or nothing.",
        "A name without a colon is never looked up; latest is not assumed. Write stream:tag.");

    /// <summary>The trigger has a field pause, which nobody reads; the field is paused.</summary>
    public static TriggerRule MisspelledPause { get; } = Warning(
        "IST1012",
        "misspelt-pause",
        "The trigger has a field pause, which nobody reads; the field is paused.",
        "The trigger fires although it says that it is held back. Write \"paused\": true.");
}
