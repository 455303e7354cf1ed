using System.Text.Json;

namespace ImageStreams.Policies;

/// <summary>Reads objects of other tools, in which a wrong type is as good as nothing.</summary>
internal static class PeerJson
{
    /// <summary>Finds a field; undefined when there is none.</summary>
    public static JsonElement Find(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : default;

    /// <summary>Tests whether a field has a value.</summary>
    public static bool Has(JsonElement parent, string name) =>
        Find(parent, name).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>Returns the text of a field; empty when there is none.</summary>
    public static string GetText(JsonElement parent, string name) => GetText(Find(parent, name));

    /// <summary>Returns a text; empty when the value is another one.</summary>
    public static string GetText(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
