using System.Text.Json.Nodes;

namespace ImageStreams.Patching;

/// <summary>A value at a path, which may be absent; JSON null is a value.</summary>
/// <param name="IsPresent">False when there is no value; the default.</param>
/// <param name="Value">The value; null for JSON null.</param>
internal readonly record struct JsonSlot(bool IsPresent, JsonNode? Value)
{
    public static JsonSlot Absent => default;

    /// <summary>The value as an object that has a member; null for anything else.</summary>
    public JsonObject? FilledObject => Value is JsonObject { Count: > 0 } filled ? filled : null;

    /// <summary>The value as an array that has an item; null for anything else.</summary>
    public JsonArray? FilledArray => Value is JsonArray { Count: > 0 } filled ? filled : null;

    public static JsonSlot From(JsonNode? value) => new(true, value);

    /// <summary>Finds a member of an object.</summary>
    public static JsonSlot Find(JsonObject? parent, string name) =>
        parent is not null && parent.TryGetPropertyValue(name, out var value) ? From(value) : Absent;
}
