using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>Reads the JSON of registries: no reflection, little depth, absent and mistyped members alike.</summary>
internal static class RegistryJson
{
    public static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = 32 };

    /// <summary>Reads a whole body.</summary>
    /// <exception cref="RegistryException">The body is not JSON, nests deeper than 32 levels, or has a name with half a
    /// surrogate pair, which the parser lets pass.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> body, RequestLine line, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(body, DocumentOptions);
            return read(document.RootElement);
        }
        catch (Exception exception) when (IsMalformed(exception))
        {
            throw RegistryClientErrors.BadJson(line, exception);
        }
    }

    /// <summary>Whether an exception is the JSON reader's complaint about its input.</summary>
    public static bool IsMalformed(Exception exception) => exception is JsonException or InvalidOperationException;

    /// <summary>Returns a text member of an object, or an empty text.</summary>
    public static string GetString(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? GetText(value) : "";

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

    /// <summary>Returns the text, or an empty one for other values and for half a surrogate pair.</summary>
    public static string GetText(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
