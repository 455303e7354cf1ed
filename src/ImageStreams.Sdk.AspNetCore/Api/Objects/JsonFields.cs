using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>Reads and adds fields of JSON objects by their paths.</summary>
internal static class JsonFields
{
    /// <summary>Finds the node at a path; null when there is none.</summary>
    public static JsonNode? Find(this JsonObject value, params ReadOnlySpan<string> path)
    {
        JsonNode? node = value;
        foreach (var name in path)
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    /// <summary>Finds the object at a path; null when there is none.</summary>
    public static JsonObject? FindObject(this JsonObject value, params ReadOnlySpan<string> path) => value.Find(path) as JsonObject;

    /// <summary>Returns the objects in the list at a path; none when there is no list.</summary>
    public static IEnumerable<JsonObject> FindItems(this JsonObject value, params ReadOnlySpan<string> path) =>
        (value.Find(path) as JsonArray)?.OfType<JsonObject>() ?? [];

    /// <summary>Finds the text at a path; null when there is none.</summary>
    public static string? FindText(this JsonObject value, params ReadOnlySpan<string> path) =>
        value.Find(path) is JsonValue node && node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    /// <summary>Returns the texts in the list at a path; none when there is no list.</summary>
    public static IEnumerable<string> FindTexts(this JsonObject value, params ReadOnlySpan<string> path) =>
        (value.Find(path) as JsonArray)?.OfType<JsonValue>()
            .Where(static one => one.GetValueKind() == JsonValueKind.String)
            .Select(static one => one.GetValue<string>()) ?? [];

    /// <summary>Finds the number at a path; null when there is none.</summary>
    public static long? FindNumber(this JsonObject value, params ReadOnlySpan<string> path) =>
        value.Find(path) is JsonValue node && node.GetValueKind() == JsonValueKind.Number && node.TryGetValue<long>(out var number)
            ? number
            : null;

    /// <summary>True when the value at a path is <c>true</c>.</summary>
    public static bool IsTrue(this JsonObject value, params ReadOnlySpan<string> path) =>
        value.Find(path)?.GetValueKind() == JsonValueKind.True;

    /// <summary>Returns the object in a field, which is added when it is missing or null.</summary>
    public static JsonObject GetOrAddObject(this JsonObject value, string name)
    {
        if (value[name] is JsonObject known)
        {
            return known;
        }

        var added = new JsonObject();
        value[name] = added;
        return added;
    }

    /// <summary>Sets a field that is missing or null.</summary>
    public static void SetMissing(this JsonObject value, string name, JsonNode node)
    {
        if (value[name] is null)
        {
            value[name] = node;
        }
    }

    /// <summary>Sets a field that is missing, null or an empty text.</summary>
    public static void SetEmpty(this JsonObject value, string name, string text)
    {
        if (string.IsNullOrEmpty(value.FindText(name)))
        {
            value[name] = text;
        }
    }

    /// <summary>Copies a field from another object; leaves it where that one has none.</summary>
    public static void SetFrom(this JsonObject value, JsonObject other, string name)
    {
        if (other[name] is { } node)
        {
            value[name] = node.DeepClone();
        }
    }

    /// <summary>Copies a field from another object; removes it where that one has none.</summary>
    public static void CopyFrom(this JsonObject value, JsonObject other, string name)
    {
        value.Remove(name);
        if (other.TryGetPropertyValue(name, out var node))
        {
            value[name] = node?.DeepClone();
        }
    }
}
