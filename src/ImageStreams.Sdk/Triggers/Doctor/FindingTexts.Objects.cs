using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <content>Sentences of findings on objects and their triggers.</content>
internal static partial class FindingTexts
{
    public const string PausedTrigger = "The trigger is held back until it is resumed.";

    public const string MisspelledPause =
        "The field pause is not read, so that the trigger is not held back: it is called paused.";

    public const string PausedObject = "Triggers change the template, but nothing is rolled out while the object is paused.";

    public const string ControlledObject = "Another object controls this one, and undoes what its triggers change.";

    public const string NoBaseImage = "Neither the trigger nor the strategy names an image.";

    public const string NoParameters = "The trigger is of type ImageChange, but does not say what it listens to.";

    public const string ManualTrigger = "The image is taken when somebody rolls out the latest version, and not before.";

    public const string NoContainers = "The trigger names no container, and hears of no change.";

    public static string UnreadableAnnotation(TriggerAnnotationException e) => $"{e.Message} None of the object's triggers fires.";

    public static string PausedIsText(string text) =>
        $"paused is the text '{Show(text)}', which makes the annotation unreadable: none of the object's triggers fires.";

    public static string DuplicateField(int first) =>
        $"Trigger {first} is for the same field already, and so none of the object's triggers fires.";

    public static string UnwatchedKind(string kind) => $"Nobody watches the trigger annotation of a {kind}.";

    public static string FieldOutsidePods(string fieldPath, string podSpecPath) =>
        $"The field {Show(fieldPath)} is not in the pods of the object, which are at {podSpecPath}.";

    public static string FieldIsNoImage(string fieldPath) => $"The field {Show(fieldPath)} is no container's image.";

    public static string SingleQuotes(string fieldPath) =>
        $"The field {Show(fieldPath)} has single quotes around the name, which OpenShift takes for a part of it.";

    public static string NoSuchField(string fieldPath) => $"The object has no container {Show(fieldPath)}.";

    public static string NoSuchContainer(string container) => $"The object has no container named {Show(container)}.";

    public static string WrongKind(string? kind) =>
        $"The trigger listens to the kind {Show(kind)}; only an ImageStreamTag can fire.";

    public static string BaseIsNoTag(string? kind) =>
        $"The trigger listens to the strategy's image, which is of the kind {Show(kind)}; only an ImageStreamTag can fire.";

    public static string ApiVersionGiven(string? apiVersion) =>
        $"The reference has the apiVersion {Show(apiVersion)}, for which OpenShift leaves the trigger out of its index.";

    public static string NoTagNamed(string? name) => $"The name {Show(name)} has no tag: it must be stream:tag.";

    public static string BlankImage(string container) =>
        $"The container {Show(container)} has a blank image, and no trigger that fills it in.";

    public static string SameContainer(string container, int first, string firstTag, string tag) =>
        $"Trigger {first} sets the container {Show(container)} to {Show(firstTag)}, and this one at once to {Show(tag)}.";

    public static string AppliedByAnother(string? manager, string container) =>
        $"{Show(manager)} applies the image of the container {Show(container)}, and will put it back.";

    public static string WrittenByAnother(string? manager, string container) =>
        $"{Show(manager)} wrote the image of the container {Show(container)}, which the trigger will take over.";

    public static string HeldBack(int other) => $"The trigger is held back by trigger {other} of the object.";

    public static string EqualTriggers(int first) => $"Trigger {first} listens to the same tag already.";

    public static string BuildLoop(Graphs.GraphCycle loop) => "Builds go round for ever: "
        + string.Join(" -> ", loop.FiringPath.Select(edge => edge.From).Append(loop.FiringPath[0].From)) + ".";

    public static string NoOutputStream(string? name, string ns) =>
        $"The build pushes to {Show($"{ns}/{name}")}, whose stream does not exist.";

    public static string UnreadableObject(Exception e) => $"The object cannot be read: {e.Message}";
}
