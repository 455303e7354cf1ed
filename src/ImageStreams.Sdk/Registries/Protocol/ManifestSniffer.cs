using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>Determines the kind of manifest in a response, even when a registry labels it as plain JSON.</summary>
internal static class ManifestSniffer
{
    /// <summary>Returns one of <see cref="MediaTypes"/>.</summary>
    /// <exception cref="RegistryException">The response is not a manifest.</exception>
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

    /// <summary>Reads the members of the outermost object only.</summary>
    private static string Sniff(ReadOnlySpan<byte> content)
    {
        var reader = new Utf8JsonReader(
            content, new JsonReaderOptions { MaxDepth = RegistryJson.DocumentOptions.MaxDepth });
        var clues = new Clues();
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

    /// <summary>The members that distinguish the kinds of manifest.</summary>
    private struct Clues
    {
        private string? _mediaType;
        private bool _isSchema1;
        private bool _isSigned;
        private bool _hasManifests;
        private bool _hasConfig;

        /// <summary>The media type that the members indicate; empty when they indicate none.</summary>
        public readonly string MediaType => this switch
        {
            { _isSchema1: true, _isSigned: true } => MediaTypes.DockerSchema1Signed,
            { _isSchema1: true } => MediaTypes.DockerSchema1,
            { _mediaType: { } own } when MediaTypes.GetKind(own) != ManifestKinds.None => own.ToLowerInvariant(),
            { _hasManifests: true } => MediaTypes.OciIndex,
            { _hasConfig: true } => MediaTypes.OciManifest,
            _ => "",
        };

        /// <summary>Reads one member of the outermost object and leaves the reader at its end.</summary>
        public void Read(ref Utf8JsonReader reader)
        {
            var name = reader.GetString();
            reader.Read();
            _isSchema1 |= name == "schemaVersion" && IsOne(ref reader);
            _isSigned |= name == "signatures" && reader.TokenType == JsonTokenType.StartArray;
            _hasManifests |= name == "manifests" && reader.TokenType == JsonTokenType.StartArray;
            _hasConfig |= name == "config" && reader.TokenType == JsonTokenType.StartObject;
            _mediaType ??= name == "mediaType" && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            reader.Skip();
        }

        private static bool IsOne(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) && number == 1;
    }
}
