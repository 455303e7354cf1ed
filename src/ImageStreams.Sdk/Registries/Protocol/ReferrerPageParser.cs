using System.Collections.Frozen;
using System.Text.Json;
using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Reads the descriptors of an OCI index of referrers (OCI distribution 1.1, "Listing Referrers").</summary>
internal static class ReferrerPageParser
{
    /// <summary>Parses the entries of one type, or all of them: registries may leave the filtering to the client.</summary>
    /// <exception cref="RegistryException">The page has another form, or an entry is not a descriptor.</exception>
    public static List<RegistryReferrer> Parse(
        JsonElement index, RequestLine line, ServingRegistry source, string? artifactType)
    {
        if (!RegistryJson.TryGetArray(index, "manifests", out var manifests))
        {
            throw RegistryClientErrors.BadShape(line, "the list of referrers has no 'manifests'");
        }

        return [.. manifests.EnumerateArray()
            .Select((entry, position) => ParseEntry(entry, position, line, source))
            .Where(referrer => artifactType is null || referrer.ArtifactType == artifactType)];
    }

    private static RegistryReferrer ParseEntry(JsonElement entry, int position, RequestLine line, ServingRegistry source)
    {
        if (!Digest.TryParse(RegistryJson.GetString(entry, "digest"), out var digest)
            || RegistryJson.GetInt64(entry, "size") is not ({ } size and >= 0))
        {
            throw RegistryClientErrors.BadShape(line, $"'manifests[{position}]' is not a descriptor");
        }

        return new RegistryReferrer
        {
            Descriptor = new RegistryDescriptor
            {
                Digest = digest,
                MediaType = RegistryJson.GetString(entry, "mediaType"),
                Size = size,
            },
            ArtifactType = RegistryJson.GetString(entry, "artifactType"),
            Annotations = Annotations(entry),
            Source = source,
        };
    }

    private static FrozenDictionary<string, string> Annotations(JsonElement entry)
    {
        var annotations = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!entry.TryGetProperty("annotations", out var found) || found.ValueKind != JsonValueKind.Object)
        {
            return FrozenDictionary<string, string>.Empty;
        }

        foreach (var annotation in found.EnumerateObject())
        {
            annotations[annotation.Name] = RegistryJson.GetText(annotation.Value);
        }

        return annotations.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
