using System.Text.Json;

namespace ImageStreams.Signatures;

/// <summary>Reads the JSON of signatures strictly: repeated names are refused, and nesting is limited.</summary>
internal static class SignatureJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Reads a document; null with the reason when it is not one, or the reader finds a fault.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> json, Func<JsonElement, T> read, out string error)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            error = "";
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            error = e.Message;
            return null;
        }
    }

    /// <summary>Returns the object of a member.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static JsonElement GetObject(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? value
            : throw new FormatException($"'{name}' is not an object");

    /// <summary>Returns the text of a member.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static string GetText(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new FormatException($"'{name}' is not a text");

    /// <summary>Returns the bytes of a member in base64.</summary>
    /// <exception cref="FormatException">There are none.</exception>
    public static byte[] GetBytes(JsonElement parent, string name) =>
        DecodeBase64(GetText(parent, name)) ?? throw new FormatException($"'{name}' is not base64");

    /// <summary>Requires an object to have the members and no others.</summary>
    /// <exception cref="FormatException">A member is missing, or there is another one.</exception>
    public static void RequireExactly(JsonElement element, string place, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object || element.GetPropertyCount() != names.Length)
        {
            throw new FormatException($"{place} must be an object with exactly {string.Join(", ", names)}");
        }

        foreach (var name in names)
        {
            _ = element.TryGetProperty(name, out _) ? name : throw new FormatException($"{place} has no '{name}'");
        }
    }

    /// <summary>Decodes standard base64 without white space; null when the text is not that.</summary>
    public static byte[]? DecodeBase64(string text)
    {
        var bytes = new byte[text.Length];
        return !text.AsSpan().ContainsAny(" \t\r\n") && Convert.TryFromBase64String(text, bytes, out var length) && length > 0
            ? bytes[..length]
            : null;
    }
}
