namespace ImageStreams.Serialization;

/// <summary>The position at which a text is not JSON, and the expected token.</summary>
internal readonly record struct JsonSyntaxError(int Offset, string Expected)
{
    /// <summary>The expectation at a bracket that nests deeper than allowed.</summary>
    public const string TooDeep = "no further level";
}
