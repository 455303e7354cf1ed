using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>Reads the JSON of registries: no reflection, little depth, absent and mistyped members alike.</summary>
internal static class RegistryJson
{
    public static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = 32 };

    /// <summary>Parses a whole body.</summary>
    /// <exception cref="RegistryException">The body is not JSON, or nests deeper than 32 levels.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> body, RequestLine line)
    {
        try
        {
            return JsonDocument.Parse(body, DocumentOptions);
        }
        catch (JsonException exception)
        {
            throw RegistryFaults.BadJson(line, exception);
        }
    }

    /// <summary>Returns a text member of an object, or an empty text.</summary>
    public static string GetString(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? TextOf(value)
            : "";

    /// <summary>Returns a whole number member of an object, or <see langword="null"/>.</summary>
    public static long? GetInt64(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var number)
            ? number
            : null;

    public static bool TryGetArray(JsonElement element, string name, out JsonElement array)
    {
        array = default;
        return element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty(name, out array)
            && array.ValueKind == JsonValueKind.Array;
    }

    /// <summary>Half a surrogate pair passes the JSON parser and fails only here.</summary>
    public static string TextOf(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
