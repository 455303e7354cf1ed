using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>Reads JSON with secrets: errors name the path and never quote the content.</summary>
internal static class CredentialJson
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a whole text.</summary>
    /// <exception cref="RegistryCredentialException">The text is not JSON, nests deeper than 32 levels, or
    /// <paramref name="read"/> found an error in it.</exception>
    public static T Read<T>(string origin, ReadOnlyMemory<byte> utf8, Func<JsonElement, T> read)
    {
        try
        {
            var start = utf8.Span.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
            using var document = JsonDocument.Parse(utf8[start..], RegistryJson.DocumentOptions);
            return read(document.RootElement);
        }
        catch (Exception exception) when (RegistryJson.IsMalformed(exception))
        {
            throw CredentialErrors.NotJson(origin, (exception as JsonException)?.LineNumber);
        }
    }

    /// <summary>Returns <c>path['name']</c>.</summary>
    public static string Member(string path, string name) => $"{path}['{UntrustedText.Clean(name)}']";
}
