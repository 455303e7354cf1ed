namespace ImageStreams.Triggers;

/// <content>Rules about what keeps an object back.</content>
public static partial class TriggerRules
{
    /// <summary>A container has a blank image, which no trigger fills in.</summary>
    public static TriggerRule BlankImage { get; } = Warning(
        "IST1201",
        "blank-image",
        "A container has a blank image, which no trigger fills in.",
        "Its pods cannot start. See to the trigger of the container, or name an image.");

    /// <summary>Two triggers with different tags are for one container.</summary>
    public static TriggerRule SameContainer { get; } = Warning(
        "IST1202",
        "same-container",
        "Two triggers with different tags are for one container.",
        "The later one wins, and each change of the first is undone at once. Leave one of them.");

    /// <summary>Somebody else applies the image that a trigger sets.</summary>
    public static TriggerRule AppliedByAnother { get; } = Warning(
        "IST1203",
        "applied-by-another",
        "Somebody else applies the image that a trigger sets.",
        "Whoever applies the object puts the image back, and the trigger sets it again: two writers fight. Leave the "
            + "image out of what is applied.");

    /// <summary>Somebody else wrote the image that a trigger sets.</summary>
    public static TriggerRule WrittenByAnother { get; } = Note(
        "IST1204",
        "written-by-another",
        "Somebody else wrote the image that a trigger sets.",
        "The first change of the tag takes the field over. Whoever writes the object again with the old image is "
            + "overruled.");

    /// <summary>The trigger is sound, but another one of the object holds it back.</summary>
    public static TriggerRule HeldBack { get; } = Warning(
        "IST1205",
        "held-back",
        "The trigger is sound, but another one of the object holds it back.",
        "OpenShift changes all images of an object together, or none. See to the other trigger.");

    /// <summary>The trigger is paused.</summary>
    public static TriggerRule PausedTrigger { get; } = Note(
        "IST1206",
        "paused-trigger",
        "The trigger is paused.",
        "It catches up once it is resumed.");

    /// <summary>The object is paused.</summary>
    public static TriggerRule PausedObject { get; } = Note(
        "IST1207",
        "held-object",
        "The object is paused.",
        "Triggers change its template all the same, but nothing is rolled out until it is resumed.");

    /// <summary>Another object controls this one, and undoes what triggers change.</summary>
    public static TriggerRule ControlledObject { get; } = Warning(
        "IST1208",
        "controlled-object",
        "Another object controls this one, and undoes what triggers change.",
        "Put the trigger on the object that controls it, or let that one leave the image alone.");
}
