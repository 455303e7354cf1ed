using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>A trigger cannot be added, or changed, as it was asked for; the object is as it was.</summary>
public sealed class TriggerEditException : InvalidOperationException
{
    private TriggerEditException(TriggerEditFailure reason, TriggerObject target, string message, Exception? inner = null)
        : base(message, inner) => (Reason, Object) = (reason, target);

    /// <summary>Why.</summary>
    public TriggerEditFailure Reason { get; }

    /// <summary>The object.</summary>
    public TriggerObject Object { get; }

    internal static TriggerEditException NoContainer(TriggerObject target, string container) => new(
        TriggerEditFailure.NoSuchContainer, target, $"{target} has no container '{PrintableText.Escape(container)}'.");

    internal static TriggerEditException NoTrigger(TriggerObject target, string container) => new(
        TriggerEditFailure.NoSuchTrigger, target, $"{target} has no trigger for the container '{PrintableText.Escape(container)}'.");

    internal static TriggerEditException NoTriggerOn(TriggerObject target, ImageStreamTagName? tag) => new(
        TriggerEditFailure.NoSuchTrigger, target, $"{target} has no trigger on {Describe(tag)}.");

    internal static TriggerEditException AlreadyTriggered(TriggerObject target, string container) => new(
        TriggerEditFailure.AlreadyTriggered, target, $"{target} has a trigger for the container '{PrintableText.Escape(container)}' already.");

    internal static TriggerEditException AlreadyTriggeredOn(TriggerObject target, ImageStreamTagName? tag) => new(
        TriggerEditFailure.AlreadyTriggered, target, $"{target} has a trigger on {Describe(tag)} already.");

    internal static TriggerEditException Unreadable(TriggerObject target, TriggerAnnotationException inner) => new(
        TriggerEditFailure.UnreadableAnnotation, target, $"The triggers of {target} cannot be read. {inner.Message}", inner);

    internal static TriggerEditException NoStrategyImage(TriggerObject target) => new(
        TriggerEditFailure.NoStrategyImage, target, $"The strategy of {target} has no base image.");

    private static string Describe(ImageStreamTagName? tag) => tag is null ? "the image of its strategy" : PrintableText.Escape(tag.ToString());
}
