using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>Reads <c>{"errors":[{"code","message","detail"}]}</c>; a body that is something else has no errors.</summary>
internal static class RegistryErrorReader
{
    private const int MaxErrors = 16;
    private const int MaxDetailLength = 1024;

    public static IReadOnlyList<RegistryError> Read(ReadOnlyMemory<byte> body, Authorization? authorization)
    {
        try
        {
            using var document = JsonDocument.Parse(body, RegistryJson.DocumentOptions);
            return RegistryJson.TryGetArray(document.RootElement, "errors", out var errors)
                ? [.. errors.EnumerateArray().Take(MaxErrors).Select(error => ReadOne(error, authorization))]
                : [];
        }
        catch (JsonException)
        {
            return [];   // proxies explain themselves in HTML
        }
    }

    private static RegistryError ReadOne(JsonElement error, Authorization? authorization) => new()
    {
        Code = Clean(RegistryJson.GetString(error, "code"), authorization),
        Message = Clean(RegistryJson.GetString(error, "message"), authorization),
        Detail = Detail(error, authorization),
    };

    private static string Detail(JsonElement error, Authorization? authorization)
    {
        if (error.ValueKind != JsonValueKind.Object || !error.TryGetProperty("detail", out var detail))
        {
            return "";
        }

        var text = detail.ValueKind == JsonValueKind.Null ? "" : Scrub(detail.GetRawText(), authorization);
        return text.Length <= MaxDetailLength ? text : text[..MaxDetailLength];
    }

    private static string Clean(string text, Authorization? authorization) => RegistryText.Clean(Scrub(text, authorization));

    private static string Scrub(string text, Authorization? authorization) => authorization?.Scrub(text) ?? text;
}
