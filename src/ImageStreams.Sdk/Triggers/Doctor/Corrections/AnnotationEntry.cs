namespace ImageStreams.Triggers;

/// <summary>The positions of one trigger's fields in the text of a trigger annotation.</summary>
internal sealed class AnnotationEntry
{
    /// <summary>The trigger, from its opening to its closing brace.</summary>
    public TextSpan Whole { get; set; }

    /// <summary>The texts of <c>paused</c>, which must be true or false.</summary>
    public List<(TextSpan Span, string Text)> PausedTexts { get; } = [];

    /// <summary>Gets or sets a value indicating whether the trigger has an unread field <c>pause</c> that is true.</summary>
    public bool HasPauseField { get; set; }

    /// <summary>Gets or sets a value indicating whether the trigger or its reference has a field that does not exist.</summary>
    public bool HasUnknownField { get; set; }

    /// <summary>The first field that OpenShift does not read and that has half of a surrogate pair; null when there is none.</summary>
    public string? BrokenField { get; set; }

    public TextSpan FieldPath { get; set; }

    /// <summary>The reference to the tag, from its opening to its closing brace.</summary>
    public TextSpan From { get; set; }

    public TextSpan Kind { get; set; }

    public TextSpan Name { get; set; }

    public TextSpan Namespace { get; set; }

    public TextSpan ApiVersion { get; set; }

    /// <summary>Gets or sets a value indicating whether a field is given twice, which makes corrections uncertain.</summary>
    public bool IsAmbiguous { get; set; }
}
