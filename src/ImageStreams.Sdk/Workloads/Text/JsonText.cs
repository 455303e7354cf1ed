using ImageStreams.Serialization;
namespace ImageStreams.Workloads;

/// <summary>Where a JSON text holds a text: what stands between the quotes, from one offset to another.</summary>
internal readonly record struct JsonText(int Start, int End, bool IsEscaped)
{
    /// <summary>The text itself.</summary>
    public string Decode(ReadOnlySpan<byte> json) => GoText.Decode(json[Start..End], IsEscaped);

    /// <summary>Determines whether it is a text, given as UTF-8.</summary>
    public bool IsEqualTo(ReadOnlySpan<byte> text, ReadOnlySpan<byte> json) =>
        GoText.Unescaped(json[Start..End], IsEscaped).SequenceEqual(text);

    /// <summary>Where it stands after edits elsewhere in the JSON text.</summary>
    public JsonText After(JsonEdits edits) => new(edits.Shift(Start), edits.Shift(End), IsEscaped);
}
