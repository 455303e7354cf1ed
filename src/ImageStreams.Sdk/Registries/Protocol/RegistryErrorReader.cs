using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>Reads <c>{"errors":[{"code","message","detail"}]}</c>; any other body has no errors.</summary>
internal static class RegistryErrorReader
{
    private const int MaxErrors = 16;
    private const int MaxDetailLength = 1024;

    public static IReadOnlyList<RegistryError> Read(ReadOnlyMemory<byte> body, RequestLine line)
    {
        try
        {
            using var document = JsonDocument.Parse(body, RegistryJson.DocumentOptions);
            return RegistryJson.TryGetArray(document.RootElement, "errors", out var errors)
                ? [.. errors.EnumerateArray().Take(MaxErrors).Select(error => ReadOne(error, line))]
                : [];
        }
        catch (Exception exception) when (RegistryJson.IsMalformed(exception))
        {
            return [];   // proxies describe errors in HTML
        }
    }

    private static RegistryError ReadOne(JsonElement error, RequestLine line) => new()
    {
        Code = Clean(RegistryJson.GetString(error, "code"), line),
        Message = Clean(RegistryJson.GetString(error, "message"), line),
        Detail = Detail(error, line),
    };

    private static string Detail(JsonElement error, RequestLine line)
    {
        if (error.ValueKind != JsonValueKind.Object || !error.TryGetProperty("detail", out var detail))
        {
            return "";
        }

        return detail.ValueKind == JsonValueKind.Null
            ? ""
            : UntrustedText.Clean(line.Scrub(detail.GetRawText()), MaxDetailLength);
    }

    private static string Clean(string text, RequestLine line) => UntrustedText.Clean(line.Scrub(text));
}
