namespace ImageStreams.Triggers;

/// <content>Rules about the object that keep its triggers from taking effect.</content>
public static partial class TriggerRules
{
    /// <summary>IST1201: A container has a blank image, which no trigger fills in.</summary>
    public static TriggerRule BlankImage { get; } = Warning(
        "IST1201",
        "blank-image",
        title: "A container has a blank image, which no trigger fills in.",
        message: "The container {0} has a blank image, and no trigger that fills it in.",
        help: "Its pods cannot start. Fix the trigger of the container, or name an image.");

    /// <summary>IST1202: Two triggers with different tags are for one container.</summary>
    public static TriggerRule SameContainer { get; } = Warning(
        "IST1202",
        "same-container",
        title: "Two triggers with different tags are for one container.",
        message: "Trigger {0} sets the container {1} to {2}, and this one at once to {3}.",
        help: "The later one wins, and each change of the first is undone at once. Keep one of them.");

    /// <summary>IST1203: Another field manager applies the image that a trigger sets.</summary>
    public static TriggerRule AppliedByAnother { get; } = Warning(
        "IST1203",
        "applied-by-another",
        title: "Another field manager applies the image that a trigger sets.",
        message: "{0} applies the image of the container {1}, and will restore it.",
        help:
            "Whoever applies the object restores the image, and the trigger sets it again: two writers fight. "
            + "Leave the image out of the applied object.");

    /// <summary>IST1204: Another field manager wrote the image that a trigger sets.</summary>
    public static TriggerRule WrittenByAnother { get; } = Note(
        "IST1204",
        "written-by-another",
        title: "Another field manager wrote the image that a trigger sets.",
        message: "{0} wrote the image of the container {1}, which the trigger will overwrite.",
        help:
            "The first change of the tag overwrites the field. Whoever writes the object again with the old "
            + "image is overruled.");

    /// <summary>IST1205: The trigger is sound, but another one of the object blocks it.</summary>
    public static TriggerRule BlockedTrigger { get; } = Warning(
        "IST1205",
        "blocked-trigger",
        title: "The trigger is sound, but another one of the object blocks it.",
        message: "The trigger is blocked by trigger {0} of the object.",
        help: "OpenShift changes all images of an object together, or none. Fix the other trigger.");

    /// <summary>IST1206: The trigger is paused.</summary>
    public static TriggerRule PausedTrigger { get; } = Note(
        "IST1206",
        "paused-trigger",
        title: "The trigger is paused.",
        message: "The trigger does not fire until it is resumed.",
        help: "It catches up once it is resumed.");

    /// <summary>IST1207: The object is paused.</summary>
    public static TriggerRule PausedObject { get; } = Note(
        "IST1207",
        "paused-object",
        title: "The object is paused.",
        message: "Triggers change the template, but nothing is rolled out while the object is paused.",
        help: "Triggers change its template all the same, but nothing is rolled out until it is resumed.");

    /// <summary>IST1208: Another object controls this one, and undoes what triggers change.</summary>
    public static TriggerRule ControlledObject { get; } = Warning(
        "IST1208",
        "controlled-object",
        title: "Another object controls this one, and undoes what triggers change.",
        message: "Another object controls this one, and undoes what its triggers change.",
        help: "Put the trigger on the object that controls it, or keep that one from setting the image.");
}
