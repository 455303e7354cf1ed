using System.Text;
using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Importing;

/// <summary>Writes indexes with entries of any kind into a registry.</summary>
internal static class IndexSource
{
    /// <summary>Pushes one image, and returns its entry.</summary>
    public static string Image(this InMemoryRegistry registry, string platform, string more = "")
    {
        var parts = platform.Split('/');
        var image = SyntheticImage.Create("image of " + platform).WithPlatform(parts[0], parts[1]);
        registry.Push("app/web:image", image);
        return Entry(image.MediaType, image.Digest.ToString(), platform, more);
    }

    /// <summary>Pushes an attestation as build tools write it, and returns its entry.</summary>
    public static string Attestation(this InMemoryRegistry registry, string of = "any")
    {
        var image = SyntheticImage.Create("attestation of " + of).WithPlatform("unknown", "unknown");
        registry.Push("app/web:attestation", image);
        return Entry(
            image.MediaType,
            image.Digest.ToString(),
            "unknown/unknown",
            ",\"annotations\":{\"vnd.docker.reference.type\":\"attestation-manifest\"}");
    }

    /// <summary>Pushes an index under a tag, and returns its entry.</summary>
    public static string Index(
        this InMemoryRegistry registry, string tag, string? platform, string[] entries, string mediaType = MediaTypes.OciIndex)
    {
        var content = Encoding.UTF8.GetBytes(
            $$"""{"schemaVersion":2,"mediaType":"{{mediaType}}","manifests":[{{string.Join(',', entries)}}]}""");
        var digest = registry.PushManifest("app/web:" + tag, mediaType, content);
        return Entry(mediaType, digest.ToString(), platform, "");
    }

    public static string Entry(string mediaType, string digest, string? platform, string more)
    {
        var parts = platform?.Split('/');
        var named = parts is null ? "" : $$""","platform":{"os":"{{parts[0]}}","architecture":"{{parts[1]}}"{{Variant(parts)}}}""";
        return $$"""{"mediaType":"{{mediaType}}","digest":"{{digest}}","size":1{{named}}{{more}}}""";
    }

    /// <summary>Gets the digest of an entry.</summary>
    public static string DigestIn(string entry) => entry[entry.IndexOf("sha256:", StringComparison.Ordinal)..][..71];

    private static string Variant(string[] parts) => parts.Length > 2 ? $",\"variant\":\"{parts[2]}\"" : "";
}
