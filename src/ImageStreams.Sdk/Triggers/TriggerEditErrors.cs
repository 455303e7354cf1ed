using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Creates the exceptions for triggers that cannot be added, changed or removed.</summary>
internal static class TriggerEditErrors
{
    public static TriggerEditException NoSuchContainer(TriggerObject target, string container) => new(
        TriggerEditFailure.NoSuchContainer, target, $"{target} has no container '{PrintableText.Escape(container)}'.");

    public static TriggerEditException NoSuchTrigger(TriggerObject target, string container) => new(
        TriggerEditFailure.NoSuchTrigger,
        target,
        $"{target} has no trigger for the container '{PrintableText.Escape(container)}'.");

    public static TriggerEditException NoSuchTrigger(TriggerObject target, ImageStreamTagName? tag) => new(
        TriggerEditFailure.NoSuchTrigger, target, $"{target} has no trigger on {Describe(tag)}.");

    public static TriggerEditException AlreadyTriggered(TriggerObject target, string container) => new(
        TriggerEditFailure.AlreadyTriggered,
        target,
        $"{target} already has a trigger for the container '{PrintableText.Escape(container)}'.");

    public static TriggerEditException AlreadyTriggered(TriggerObject target, ImageStreamTagName? tag) => new(
        TriggerEditFailure.AlreadyTriggered, target, $"{target} already has a trigger on {Describe(tag)}.");

    public static TriggerEditException UnreadableAnnotation(TriggerObject target, TriggerAnnotationException inner) => new(
        TriggerEditFailure.UnreadableAnnotation,
        target,
        $"The triggers of {target} cannot be read. {inner.Message}",
        inner);

    public static TriggerEditException NoStrategyImage(TriggerObject target) => new(
        TriggerEditFailure.NoStrategyImage, target, $"The strategy of {target} has no base image.");

    public static TriggerEditException NoStrategyTag(TriggerObject target, ObjectReference from) => new(
        TriggerEditFailure.NoStrategyImage,
        target,
        $"The base image of {target} is {PrintableText.Escape(from.ToString())}, and only an ImageStreamTag starts builds: name the tag.");

    private static string Describe(ImageStreamTagName? tag) =>
        tag is null ? "the image of its strategy" : PrintableText.Escape(tag.ToString());
}
