namespace ImageStreams.Triggers;

/// <summary>Where the text of a trigger annotation holds what is wrong with one of its triggers.</summary>
internal sealed class AnnotationEntry
{
    /// <summary>The object, from its first bracket to its last.</summary>
    public TextSpan Whole { get; set; }

    /// <summary>What stands where <c>paused</c> must be true or false: a text.</summary>
    public List<(TextSpan Span, string Text)> PausedTexts { get; } = [];

    /// <summary>Whether it says <c>pause</c>, which nobody reads.</summary>
    public bool HasPauseField { get; set; }

    public TextSpan FieldPath { get; set; }

    /// <summary>The reference to the tag, from its first bracket to its last.</summary>
    public TextSpan From { get; set; }

    public TextSpan Kind { get; set; }

    public TextSpan Name { get; set; }

    public TextSpan ApiVersion { get; set; }

    /// <summary>Whether a field is given twice, so that it is not certain which one to mend.</summary>
    public bool IsAmbiguous { get; set; }
}
