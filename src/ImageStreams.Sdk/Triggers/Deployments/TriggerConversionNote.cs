using System.Globalization;

namespace ImageStreams.Triggers;

/// <summary>One difference between the triggers of a deployment configuration and those of a Deployment.</summary>
public sealed record TriggerConversionNote
{
    /// <summary>The kind of the difference.</summary>
    public required TriggerConversionNoteKind Kind { get; init; }

    /// <summary>The position of the trigger in <c>spec.triggers</c>, from 0; null when the note concerns all of them.</summary>
    public int? Index { get; init; }

    /// <summary>
    /// The name of the container, tag, kind, trigger type, image or setting that the note concerns; empty when there is none to
    /// name.
    /// </summary>
    public string Subject { get; init; } = "";

    /// <summary>The difference in one sentence.</summary>
    public string Explanation => Kind switch
    {
        TriggerConversionNoteKind.ConfigChange =>
            "A Deployment rolls out on every change of its template without a trigger.",
        TriggerConversionNoteKind.NoConfigChange =>
            "A Deployment rolls out on every change of its template, but this deployment configuration does not.",
        TriggerConversionNoteKind.Manual =>
            $"The trigger on {Subject} is not automatic. It becomes a paused one, and a requested rollout does not use its image.",
        TriggerConversionNoteKind.LastTriggeredImage =>
            $"The last triggered image {Subject} is not kept; the image of the container replaces it.",
        TriggerConversionNoteKind.NoSuchContainer => $"There is no container '{Subject}'.",
        TriggerConversionNoteKind.SecondTrigger =>
            $"The container '{Subject}' already has a trigger and cannot have a second one.",
        TriggerConversionNoteKind.NotATag => $"The trigger names a {Subject}; only an ImageStreamTag can fire.",
        TriggerConversionNoteKind.Setting => $"A Deployment has no {Subject}.",
        TriggerConversionNoteKind.UnknownType => $"A Deployment has no trigger of the type '{Subject}'.",
        _ => "A Deployment takes each image as soon as its tag has one; it does not wait for all of them.",
    };

    /// <summary>The path of the trigger or setting in the deployment configuration, such as <c>spec.triggers[0]</c>.</summary>
    public string Path => (Index, Kind) switch
    {
        ({ } index, _) => string.Create(CultureInfo.InvariantCulture, $"spec.triggers[{index}]"),
        (_, TriggerConversionNoteKind.Setting) => $"spec.{Subject}",
        _ => "spec.triggers",
    };

    /// <summary>Formats the path of the trigger or setting and the explanation.</summary>
    public override string ToString() => $"{Path}: {Explanation}";
}
