using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>Facts about JSON values, and values of texts.</summary>
internal static class JsonTexts
{
    /// <summary>Gets a value indicating whether a value is an object or a list that is not empty.</summary>
    public static bool IsFilled(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.GetPropertyCount() > 0,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => false,
    };

    /// <summary>Creates a JSON string.</summary>
    public static JsonElement Create(string text)
    {
        using var document = JsonDocument.Parse(YamlScalarText.QuoteDouble(text));
        return document.RootElement.Clone();
    }

    /// <summary>Creates an object or a list of entries.</summary>
    public static JsonElement Create(bool isObject, IEnumerable<ContainerAddition> entries)
    {
        var texts = entries.Select(entry => isObject
            ? $"{YamlScalarText.QuoteDouble(entry.Key!)}:{entry.Value.GetRawText()}"
            : entry.Value.GetRawText());
        var json = string.Join(',', texts);
        using var document = JsonDocument.Parse(isObject ? $"{{{json}}}" : $"[{json}]", JsonEditing.AnyDepth);
        return document.RootElement.Clone();
    }
}
