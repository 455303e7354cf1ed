using System.Globalization;
using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Patching;

/// <summary>Reads the names of <c>fieldsV1</c>.</summary>
internal static class FieldElementText
{
    /// <summary>The length of the beginning, such as <c>f:</c>.</summary>
    private const int PrefixLength = 2;

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
            'k' => FindKeyed(rest),
            'v' => FindItem(rest),
            'i' when int.TryParse(rest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) =>
                FieldElement.At(index),
            _ => null,
        };
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
