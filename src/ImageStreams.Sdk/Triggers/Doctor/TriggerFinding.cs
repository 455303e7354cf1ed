using ImageStreams.Graphs;
using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>A finding of the <see cref="TriggerDoctor"/>: a trigger that cannot fire or has unexpected effects.</summary>
public sealed record TriggerFinding
{
    /// <summary>The rule that was violated, with its code and help.</summary>
    public required TriggerRule Rule { get; init; }

    /// <summary>The object and the path of the field, such as <c>spec.triggers[0].imageChange</c>.</summary>
    public required GraphField Location { get; init; }

    /// <summary>The problem in one sentence, on one line even when the object's own texts are not.</summary>
    public required string Message { get; init; }

    /// <summary>The tag that the trigger listens to; null when it is not known or does not matter.</summary>
    public ImageStreamTagName? Tag { get; init; }

    /// <summary>The correction; null when it depends on what the author intended.</summary>
    public TriggerCorrection? Correction { get; init; }

    /// <summary>The code of the rule, such as <c>IST1002</c>.</summary>
    public string Code => Rule.Code;

    /// <summary>The severity of the rule.</summary>
    public TriggerSeverity Severity => Rule.Severity;

    /// <summary>Formats the code, severity, location and message on one line.</summary>
    public override string ToString() => $"{Code} {Severity}: {Location}: {Message}";
}
