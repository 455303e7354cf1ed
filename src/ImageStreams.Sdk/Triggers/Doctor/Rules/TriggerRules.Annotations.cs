namespace ImageStreams.Triggers;

/// <content>Rules about the trigger itself: its annotation, field path and reference.</content>
public static partial class TriggerRules
{
    /// <summary>IST1001: The trigger annotation is not a list of triggers.</summary>
    public static TriggerRule UnreadableAnnotation { get; } = Error(
        "IST1001",
        "unreadable-annotation",
        title: "The trigger annotation is not a list of triggers.",
        message: "{0:text} None of the object's triggers fires.",
        help:
            "Nothing of the object fires until the annotation is a JSON list of objects with from, fieldPath "
            + "and paused.");

    /// <summary>IST1002: paused is a text, and must be true or false without quotes.</summary>
    public static TriggerRule PausedIsText { get; } = Error(
        "IST1002",
        "paused-is-text",
        title: "paused is a text, and must be true or false without quotes.",
        message:
            "paused is the text '{0}', which makes the annotation unreadable: none of the object's triggers "
            + "fires.",
        help:
            "The text makes the whole annotation unreadable, so that no trigger of the object fires. Remove the "
            + "quotes.");

    /// <summary>IST1003: Two triggers of an annotation are for one field.</summary>
    public static TriggerRule DuplicateField { get; } = Error(
        "IST1003",
        "duplicate-field",
        title: "Two triggers of an annotation are for one field.",
        message: "Trigger {0} is for the same field already, and so none of the object's triggers fires.",
        help: "OpenShift then reads none of the triggers, paused ones included. Keep one of them.");

    /// <summary>IST1004: The object is of a kind whose trigger annotation is not watched.</summary>
    public static TriggerRule UnwatchedKind { get; } = Error(
        "IST1004",
        "unwatched-kind",
        title: "The object is of a kind whose trigger annotation is not watched.",
        message: "OpenShift does not watch the trigger annotation of a {0}.",
        help:
            "Only the annotations of Deployments, DaemonSets, StatefulSets and CronJobs fire. Put the trigger "
            + "on the object that creates this one; a DeploymentConfig has spec.triggers.");

    /// <summary>IST1005: The field path does not begin with the path of the pods of this kind.</summary>
    public static TriggerRule FieldOutsidePods { get; } = Error(
        "IST1005",
        "field-outside-pods",
        title: "The field path does not begin with the path of the pods of this kind.",
        message: "The field {0} is not in the pods of the object, which are at {1}.",
        help:
            "OpenShift ignores the trigger. A CronJob has its pods at spec.jobTemplate.spec.template.spec, the "
            + "other kinds at spec.template.spec.");

    /// <summary>IST1006: The field path leads to something other than the image of a container.</summary>
    public static TriggerRule FieldIsNoImage { get; } = Error(
        "IST1006",
        "field-is-no-image",
        title: "The field path leads to something other than the image of a container.",
        message: "The field {0} is not a container's image.",
        help:
            "OpenShift then changes nothing in the object, whatever its other triggers require. Write "
            + "containers[?(@.name==\"NAME\")].image after the path of the pods.");

    /// <summary>IST1007: The container in the field path is quoted with single quotes.</summary>
    public static TriggerRule SingleQuotes { get; } = Error(
        "IST1007",
        "single-quotes",
        title: "The container in the field path is quoted with single quotes.",
        message: "The field {0} has single quotes around the name, which OpenShift reads as part of the name.",
        help: "OpenShift accepts double quotes only, finds no container, and changes nothing in the object.");

    /// <summary>IST1008: The trigger is for a container that the object does not have.</summary>
    public static TriggerRule NoSuchContainer { get; } = Error(
        "IST1008",
        "no-such-container",
        title: "The trigger is for a container that the object does not have.",
        message: "The object has no container {0}.",
        help:
            "In an annotation that keeps every other trigger of the object from firing as well. Name a "
            + "container of the pods.");

    /// <summary>IST1009: The trigger listens to something other than an ImageStreamTag.</summary>
    public static TriggerRule WrongKind { get; } = Error(
        "IST1009",
        "wrong-kind",
        title: "The trigger listens to something other than an ImageStreamTag.",
        message: "The trigger listens to the kind {0}; only an ImageStreamTag can fire.",
        help: "Triggers are not notified of changes of anything else. Name an ImageStreamTag.");

    /// <summary>IST1010: The reference to the tag has an apiVersion.</summary>
    public static TriggerRule ApiVersionGiven { get; } = Error(
        "IST1010",
        "api-version",
        title: "The reference to the tag has an apiVersion.",
        message: "The reference has the apiVersion {0}, for which OpenShift leaves the trigger out of its index.",
        help:
            "OpenShift leaves such a trigger out of its index, so that it is not notified of changes. Remove "
            + "apiVersion.");

    /// <summary>IST1011: The trigger names a stream without a tag, or nothing.</summary>
    public static TriggerRule NoTagNamed { get; } = Error(
        "IST1011",
        "no-tag-named",
        title: "The trigger names a stream without a tag, or nothing.",
        message: "The name {0} has no tag: it must be stream:tag.",
        help: "A name without a colon is never looked up; latest is not assumed. Write stream:tag.");

    /// <summary>IST1013: The reference has a name or namespace that no tag can have.</summary>
    public static TriggerRule InvalidName { get; } = Error(
        "IST1013",
        "invalid-name",
        title: "The reference has a name or namespace that no tag can have.",
        message: "{0:text} cannot exist: {1:text}",
        help: "Nothing of that name can be created, so that the trigger never fires. Correct the name.");

    /// <summary>IST1014: A field of the trigger is misspelled or in the wrong place, and is dropped.</summary>
    public static TriggerRule MisplacedField { get; } = Warning(
        "IST1014",
        "misplaced-field",
        title: "A field of the trigger is misspelled or in the wrong place, and is dropped.",
        message: "The field {0} is dropped: {1:text}. {2:text}",
        help: "OpenShift does not read the field, and the trigger does something else than it says. Move or rename the field.");

    /// <summary>IST1015: An API server drops the trigger when it stores the object.</summary>
    public static TriggerRule DroppedTrigger { get; } = Error(
        "IST1015",
        "dropped-trigger",
        title: "An API server drops the trigger when it stores the object.",
        message: "The trigger is dropped: {0:text}",
        help:
            "An API server stores neither triggers of an unknown type nor those that listen to a base image which is not an "
            + "ImageStreamTag, and does not say so. Correct the type, or name a tag.");

    /// <summary>IST1016: A field of the trigger does not exist there, and is dropped without consequences.</summary>
    public static TriggerRule IgnoredField { get; } = Note(
        "IST1016",
        "ignored-field",
        title: "A field of the trigger does not exist there, and is dropped without consequences.",
        message: "The field {0} is dropped: {1:text}. The trigger does the same without it.",
        help: "It is a field of another kind of object. Remove it.");

    /// <summary>IST1017: A reference is stored otherwise than it is written.</summary>
    public static TriggerRule StoredOtherwise { get; } = Note(
        "IST1017",
        "stored-otherwise",
        title: "A reference is stored otherwise than it is written.",
        message: "The {0} {1} is stored as the ImageStreamTag {2}.",
        help: "An API server replaces a stream with one of its tags. Write the tag, so that files and cluster agree.");

    /// <summary>IST1012: The trigger has a field pause, which is not read; the field is paused.</summary>
    public static TriggerRule MisspelledPause { get; } = Warning(
        "IST1012",
        "misspelled-pause",
        title: "The trigger has a field pause, which is not read; the field is paused.",
        message: "The field pause is not read, so that the trigger is not paused: the field is called paused.",
        help: "The trigger fires although it was meant to be paused. Write \"paused\": true.");
}
