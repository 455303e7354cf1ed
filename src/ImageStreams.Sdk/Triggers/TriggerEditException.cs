using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>A trigger cannot be added, or changed, as it was asked for; the object is as it was.</summary>
public sealed class TriggerEditException : InvalidOperationException
{
    private TriggerEditException(TriggerEditFault fault, TriggerObject target, string message, Exception? inner = null)
        : base(message, inner) => (Fault, Object) = (fault, target);

    /// <summary>Why.</summary>
    public TriggerEditFault Fault { get; }

    /// <summary>The object.</summary>
    public TriggerObject Object { get; }

    internal static TriggerEditException NoContainer(TriggerObject target, string container) => new(
        TriggerEditFault.NoSuchContainer, target, $"{target} has no container '{PrintableText.Of(container)}'.");

    internal static TriggerEditException NoTrigger(TriggerObject target, string container) => new(
        TriggerEditFault.NoSuchTrigger, target, $"{target} has no trigger for the container '{PrintableText.Of(container)}'.");

    internal static TriggerEditException NoTriggerOn(TriggerObject target, ImageStreamTagName? tag) => new(
        TriggerEditFault.NoSuchTrigger, target, $"{target} has no trigger on {Name(tag)}.");

    internal static TriggerEditException Triggered(TriggerObject target, string container) => new(
        TriggerEditFault.AlreadyTriggered, target, $"{target} has a trigger for the container '{PrintableText.Of(container)}' already.");

    internal static TriggerEditException TriggeredOn(TriggerObject target, ImageStreamTagName? tag) => new(
        TriggerEditFault.AlreadyTriggered, target, $"{target} has a trigger on {Name(tag)} already.");

    internal static TriggerEditException Unreadable(TriggerObject target, TriggerAnnotationException inner) => new(
        TriggerEditFault.UnreadableAnnotation, target, $"The triggers of {target} cannot be read. {inner.Message}", inner);

    internal static TriggerEditException NoStrategyImage(TriggerObject target) => new(
        TriggerEditFault.NoStrategyImage, target, $"The strategy of {target} has no base image.");

    private static string Name(ImageStreamTagName? tag) => tag is null ? "the image of its strategy" : PrintableText.Of(tag.ToString());
}
