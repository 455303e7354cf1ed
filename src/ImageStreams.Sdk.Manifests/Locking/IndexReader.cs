using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Manifests;

/// <summary>Reads the images of an index, without attestations and artifacts.</summary>
internal static class IndexReader
{
    private const string AttestationAnnotation = "vnd.docker.reference.type";
    private const string UnknownPlatform = "unknown/unknown";

    /// <summary>Reads an index.</summary>
    /// <exception cref="LockContentException">The content is no index, has no images, or too many.</exception>
    public static ValueList<IndexEntry> Read(ReadOnlyMemory<byte> content)
    {
        var manifests = LockJson.Find(LockJson.Parse(content, "index"), "manifests");
        if (manifests.ValueKind != JsonValueKind.Array)
        {
            throw new LockContentException(LockProblemTexts.NoImages);
        }

        var entries = manifests.EnumerateArray().Select(FindImage).OfType<IndexEntry>().ToValueList();
        return entries.Count switch
        {
            0 => throw new LockContentException(LockProblemTexts.NoImages),
            > LockedImageFetcher.MaxPlatforms => throw new LockContentException(LockProblemTexts.TooManyPlatforms(entries.Count)),
            _ => entries,
        };
    }

    private static IndexEntry? FindImage(JsonElement entry)
    {
        var platform = LockJson.FindPlatform(LockJson.Find(entry, "platform"));
        var mediaType = LockJson.FindText(entry, "mediaType") ?? MediaTypes.OciManifest;
        if (platform == UnknownPlatform || IsAttestation(entry) || !MediaTypes.IsSingleImage(mediaType)
            || !Digest.TryParse(LockJson.FindText(entry, "digest"), out var digest))
        {
            return null;
        }

        return new IndexEntry
        {
            Descriptor = new RegistryDescriptor { Digest = digest, MediaType = mediaType, Size = ReadSize(entry) },
            Platform = platform,
        };
    }

    private static bool IsAttestation(JsonElement entry) =>
        LockJson.Find(LockJson.Find(entry, "annotations"), AttestationAnnotation).ValueKind != JsonValueKind.Undefined
        || LockJson.FindText(entry, "artifactType") is { Length: > 0 };

    private static long ReadSize(JsonElement entry) =>
        LockJson.Find(entry, "size") is { ValueKind: JsonValueKind.Number } size && size.TryGetInt64(out var bytes) && bytes >= 0 ? bytes : 0;
}
