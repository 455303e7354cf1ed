using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>The location of a string in a JSON text, between its quotes.</summary>
internal readonly record struct JsonText(int Start, int End, bool IsEscaped)
{
    /// <summary>Decodes the string.</summary>
    public string Decode(ReadOnlySpan<byte> json) => GoText.Decode(json[Start..End], IsEscaped);

    /// <summary>Determines whether the string equals a text in UTF-8.</summary>
    /// <remarks>Bytes that are not UTF-8 count as U+FFFD, as Go decodes them.</remarks>
    public bool IsEqualTo(ReadOnlySpan<byte> text, ReadOnlySpan<byte> json) =>
        GoText.AreEqual(json[Start..End], IsEscaped, text);

    /// <summary>Gets the location after edits elsewhere in the JSON text.</summary>
    public JsonText After(JsonEdits edits) => new(edits.Shift(Start), edits.Shift(End), IsEscaped);
}
