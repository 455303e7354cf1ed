using System.Globalization;

namespace ImageStreams.Triggers;

/// <summary>Something of a deployment configuration's triggers that a Deployment does not have.</summary>
public sealed record TriggerConversionNote
{
    /// <summary>What it is.</summary>
    public required TriggerConversionNoteKind Kind { get; init; }

    /// <summary>The position of the trigger in <c>spec.triggers</c>, from 0; null where all of them are meant.</summary>
    public int? Index { get; init; }

    /// <summary>What it is about: a container, a tag, a kind of trigger or an image; empty where nothing is to be named.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What becomes of it, in a sentence.</summary>
    public string Explanation => Kind switch
    {
        TriggerConversionNoteKind.ConfigChange => "A Deployment rolls out on every change of its template; that is no trigger of it.",
        TriggerConversionNoteKind.NoConfigChange =>
            "A Deployment rolls out on every change of its template, which this deployment configuration does not.",
        TriggerConversionNoteKind.Manual =>
            $"The trigger on {Subject} is not automatic: it is paused, and nothing takes its image when a roll-out is asked for.",
        TriggerConversionNoteKind.LastTriggeredImage => $"That {Subject} was taken last is not kept; the container's image says so.",
        TriggerConversionNoteKind.NoSuchContainer => $"There is no container '{Subject}'.",
        TriggerConversionNoteKind.SecondTrigger => $"The container '{Subject}' has a trigger already, and can have no second one.",
        TriggerConversionNoteKind.NotATag => $"The trigger names a {Subject}; only an ImageStreamTag can fire.",
        TriggerConversionNoteKind.UnknownType => $"A Deployment knows no trigger of type '{Subject}'.",
        _ => "A Deployment takes each image as soon as its tag has one; it does not wait for all of them.",
    };

    /// <summary>Where, and what becomes of it.</summary>
    public override string ToString() => Index is { } index
        ? string.Create(CultureInfo.InvariantCulture, $"spec.triggers[{index}]: {Explanation}")
        : $"spec.triggers: {Explanation}";
}
