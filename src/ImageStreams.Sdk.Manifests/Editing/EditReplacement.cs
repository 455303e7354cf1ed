using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>A value that takes the place of another.</summary>
/// <param name="Slot">The offset after the colon or dash before it; -1 when it is not known.</param>
/// <param name="Value">The new value.</param>
/// <param name="Depth">The nesting of the value.</param>
internal readonly record struct EditReplacement(int Slot, JsonElement Value, int Depth)
{
    public bool HasValue(JsonElement value) => Value.GetRawText() == value.GetRawText();
}
