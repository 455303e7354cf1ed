using System.Text.Json;

namespace ImageStreams.Patching;

/// <summary>Reads one level of the text of a set; the levels below stay text until their steps are asked for.</summary>
/// <remarks>So a change of one of many tags reads, and writes, little more than the names of the tags.</remarks>
internal static class FieldSetLevel
{
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = FieldSet.MaxDepth };

    /// <summary>Reads the steps of an object; null when they are not in canonical order, or not valid.</summary>
    public static FieldSetEntry[]? Find(ReadOnlyMemory<byte> text)
    {
        try
        {
            return Read(text);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static FieldSetEntry[]? Read(ReadOnlyMemory<byte> text)
    {
        var entries = new List<FieldSetEntry>();
        var reader = new Utf8JsonReader(text.Span, Deep);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("."u8))
            {
                reader.Skip();
                continue;
            }

            var element = FieldElementText.Find(reader.GetString()!);
            reader.Read();
            if (element is null || reader.TokenType != JsonTokenType.StartObject || IsLate(element, entries))
            {
                return null;
            }

            entries.Add(ReadEntry(element, text, ref reader));
        }

        return [.. entries];
    }

    private static bool IsLate(FieldElement element, List<FieldSetEntry> before) =>
        before.Count > 0 && before[^1].Element.CompareTo(element) >= 0;

    /// <summary>Reads the object of a step, up to its end.</summary>
    private static FieldSetEntry ReadEntry(FieldElement element, ReadOnlyMemory<byte> text, ref Utf8JsonReader reader)
    {
        var (start, depth) = ((int)reader.TokenStartIndex, reader.CurrentDepth);
        var (hasSelf, hasSteps) = (false, false);
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == depth + 1)
            {
                var isSelf = reader.ValueTextEquals("."u8);
                hasSelf |= isSelf;
                hasSteps |= !isSelf;
            }
        }

        var below = text[start..(int)reader.BytesConsumed];
        return new FieldSetEntry(element, hasSelf || !hasSteps, hasSteps ? FieldSet.FromText(below, hasSelf) : FieldSet.Empty);
    }
}
