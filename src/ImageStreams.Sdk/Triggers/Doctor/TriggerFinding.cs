using ImageStreams.Graphs;
using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>A trigger that can never or will not now fire, or will surprise, and why.</summary>
public sealed record TriggerFinding
{
    /// <summary>What was looked for; it has the code.</summary>
    public required TriggerRule Rule { get; init; }

    /// <summary>The object and the place in it, such as <c>spec.triggers[0].imageChange</c>.</summary>
    public required GraphField Location { get; init; }

    /// <summary>Why, in a sentence; on one line, whatever the object's texts are.</summary>
    public required string Message { get; init; }

    /// <summary>The tag that is concerned; null when it is none, or has no name.</summary>
    public ImageStreamTagName? Tag { get; init; }

    /// <summary>The corrected value; null when only somebody who knows what is meant can tell.</summary>
    public TriggerCorrection? Correction { get; init; }

    /// <summary>The code, such as <c>IST1002</c>.</summary>
    public string Code => Rule.Code;

    /// <summary>How bad it is.</summary>
    public TriggerSeverity Severity => Rule.Severity;

    /// <summary>All of it on one line, for a person to read.</summary>
    public override string ToString() => $"{Code} {Severity}: {Location}: {Message}";
}
