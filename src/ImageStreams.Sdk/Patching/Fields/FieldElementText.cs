using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Patching;

/// <summary>Reads the names of <c>fieldsV1</c>.</summary>
internal static class FieldElementText
{
    /// <summary>The length of the beginning, such as <c>f:</c>.</summary>
    private const int PrefixLength = 2;

    /// <summary>The characters that names of tags, containers and the like consist of, which JSON never escapes.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/:");

    /// <summary>Reads a name, such as <c>f:spec</c>, <c>k:{"name":"1"}</c>, <c>v:"x"</c> or <c>i:0</c>; null when it is none.</summary>
    public static FieldElement? Find(string text)
    {
        if (text.Length < PrefixLength || text[1] != ':')
        {
            return null;
        }

        var rest = text[PrefixLength..];
        return text[0] switch
        {
            'f' => FieldElement.Field(rest),
            'k' => FindPlain(text) ?? FindKeyed(rest),
            'v' => FindItem(rest),
            'i' when int.TryParse(rest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) =>
                FieldElement.At(index),
            _ => null,
        };
    }

    /// <summary>Reads a name with one key and a plain value, as nearly all are, such as <c>k:{"name":"1"}</c>.</summary>
    private static FieldElement? FindPlain(string text)
    {
        Span<Range> parts = stackalloc Range[6];
        var span = text.AsSpan();
        if (span.Split(parts, '"') != 5 || span[parts[0]] is not "k:{" || span[parts[2]] is not ":" || span[parts[4]] is not "}")
        {
            return null;
        }

        var (key, value) = (text[parts[1]], text[parts[3]]);
        return key.AsSpan().ContainsAnyExcept(Plain) || value.AsSpan().ContainsAnyExcept(Plain)
            ? null
            : FieldElement.Keyed([new FieldKey(key, FieldScalar.FromText(value))], text);
    }

    private static FieldElement? FindKeyed(string json)
    {
        using var document = TryParse(json);
        return document?.RootElement is { ValueKind: JsonValueKind.Object } keys
            ? FieldElement.Keyed(keys.EnumerateObject()
                .Select(key => new FieldKey(key.Name, FieldScalar.FromElement(key.Value)))
                .Order()
                .ToValueList())
            : null;
    }

    private static FieldElement? FindItem(string json)
    {
        using var document = TryParse(json);
        return document is null ? null : FieldElement.Item(FieldScalar.FromElement(document.RootElement));
    }

    private static JsonDocument? TryParse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
