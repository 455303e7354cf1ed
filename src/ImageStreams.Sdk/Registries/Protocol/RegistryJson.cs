using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>Reads the JSON of registries without reflection and to a limited depth; a member of the wrong type is read
/// as absent.</summary>
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

    /// <summary>Recognizes the exceptions of the JSON reader about its input.</summary>
    public static bool IsMalformed(Exception exception) => exception is JsonException or InvalidOperationException;

    /// <summary>Returns a string member of an object; empty when absent.</summary>
    public static string GetString(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? GetText(value) : "";

    /// <summary>Returns an integer member of an object; <see langword="null"/> when absent.</summary>
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

    /// <summary>Returns a string; empty for other values and for an unpaired surrogate.</summary>
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
