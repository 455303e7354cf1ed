using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>Sets values in JSON texts, and leaves the rest as it is.</summary>
internal static class JsonSplice
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = ObjectJson.MaxDepth };

    /// <summary>Sets the text of a field, with the objects around it when they are absent.</summary>
    /// <param name="json">An object.</param>
    /// <param name="text">The text; null for a JSON null.</param>
    /// <param name="path">The names of the field and the objects around it, from the outermost.</param>
    public static byte[] SetText(byte[] json, string? text, params ReadOnlySpan<string> path)
    {
        var start = 0;
        for (var step = 0; step < path.Length; step++)
        {
            if (!TryFind(json, start, path[step], out var value))
            {
                return InsertField(json, start, path[step..], text);
            }

            if (step + 1 == path.Length || json[value.Start.Value] != (byte)'{')
            {
                var (from, length) = value.GetOffsetAndLength(json.Length);
                return new JsonCorrection(from, from + length, Write(path[(step + 1)..], text)).Apply(json);
            }

            start = value.Start.Value;
        }

        return json;
    }

    /// <summary>Finds the end of the value that begins at an offset.</summary>
    public static int FindEnd(ReadOnlySpan<byte> json, int start)
    {
        var reader = new Utf8JsonReader(json[start..], Options);
        reader.Read();
        reader.Skip();
        return start + (int)reader.BytesConsumed;
    }

    private static bool TryFind(ReadOnlySpan<byte> json, int start, string name, out Range value)
    {
        var reader = new Utf8JsonReader(json[start..], Options);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFound = reader.ValueTextEquals(name);
            reader.Read();
            var from = start + (int)reader.TokenStartIndex;
            reader.Skip();
            if (isFound)
            {
                value = from..(start + (int)reader.BytesConsumed);
                return true;
            }
        }

        value = default;
        return false;
    }

    private static byte[] InsertField(byte[] json, int start, ReadOnlySpan<string> path, string? text)
    {
        var isEmpty = json[start + 1] == (byte)'}';
        byte[] field = [.. Encode(path[0]), (byte)':', .. Write(path[1..], text)];
        return new JsonCorrection(start + 1, start + 1, isEmpty ? field : [.. field, (byte)',']).Apply(json);
    }

    private static byte[] Write(ReadOnlySpan<string> path, string? text)
    {
        var json = new List<byte>();
        foreach (var name in path)
        {
            json.Add((byte)'{');
            json.AddRange(Encode(name));
            json.Add((byte)':');
        }

        json.AddRange(text is null ? "null"u8 : Encode(text));
        json.AddRange(Enumerable.Repeat((byte)'}', path.Length));
        return [.. json];
    }

    /// <summary>Encodes a text with its quotes.</summary>
    public static byte[] Encode(string text) =>
        Encoding.UTF8.GetBytes($"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"");
}
