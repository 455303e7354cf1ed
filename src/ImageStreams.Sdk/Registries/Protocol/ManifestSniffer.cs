using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>Finds out which kind of manifest an answer holds, also where a registry labels it as mere JSON.</summary>
internal static class ManifestSniffer
{
    /// <summary>Returns one of <see cref="MediaTypes"/>.</summary>
    /// <exception cref="RegistryException">The answer is not a manifest.</exception>
    public static string GetMediaType(RegistryResponse response, ReadOnlySpan<byte> content)
    {
        var declared = response.MediaType.ToLowerInvariant();
        if (MediaTypes.GetKind(declared) != ManifestKinds.None)
        {
            return declared;
        }

        var found = IsVague(declared) ? Sniff(content) : "";
        return found.Length > 0 ? found : throw RegistryClientErrors.NotAManifest(response.Line, declared);
    }

    private static bool IsVague(string mediaType) =>
        mediaType is "" or "application/json" or "text/plain" or "application/octet-stream";

    /// <summary>Looks at the members of the outermost object only.</summary>
    private static string Sniff(ReadOnlySpan<byte> content)
    {
        var reader = new Utf8JsonReader(
            content, new JsonReaderOptions { MaxDepth = RegistryJson.DocumentOptions.MaxDepth });
        var clues = new ManifestClues();
        try
        {
            var isObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                clues.Read(ref reader);
            }
        }
        catch (Exception exception) when (RegistryJson.IsMalformed(exception))
        {
            return "";
        }

        return clues.MediaType;
    }
}
