namespace ImageStreams.Manifests;

/// <summary>The habits of JSON, or of YAML in flow style, around a value.</summary>
internal sealed class FlowLayout
{
    /// <summary>Gets a value indicating whether texts and keys stand in double quotes always.</summary>
    public required bool IsJson { get; init; }

    /// <summary>Gets a value indicating whether each entry has a line of its own.</summary>
    public required bool IsMultiLine { get; init; }

    /// <summary>The blanks by which a line is indented deeper than the one around it.</summary>
    public required string Unit { get; init; }

    public required string NewLine { get; init; }

    /// <summary>The blanks after a comma on a line.</summary>
    public required string AfterComma { get; init; }

    /// <summary>The blanks after a colon.</summary>
    public required string AfterColon { get; init; }

    /// <summary>The quotes of texts that need some.</summary>
    public required TextNodeStyle Quotes { get; init; }
}
