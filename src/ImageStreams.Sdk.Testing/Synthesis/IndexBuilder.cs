using System.Collections.Immutable;
using System.Text.Json;
using ImageStreams.Registries;

namespace ImageStreams.Testing.Synthesis;

/// <summary>Creates the manifest of an index.</summary>
internal static class IndexBuilder
{
    public static ReadOnlyMemory<byte> Build(ImmutableArray<SyntheticImage> images, bool isOci) => Json.Write(json =>
    {
        json.WriteNumber("schemaVersion", 2);
        json.WriteString("mediaType", isOci ? MediaTypes.OciIndex : MediaTypes.DockerManifestList);
        json.WriteStartArray("manifests");
        foreach (var image in images)
        {
            json.WriteDescriptor(
                "", image.MediaType, image.Digest, image.Manifest.Length, entry => WritePlatform(entry, image));
        }

        json.WriteEndArray();
    });

    private static void WritePlatform(Utf8JsonWriter json, SyntheticImage image)
    {
        json.WriteStartObject("platform");
        image.PlatformParts.WriteMembers(json);
        json.WriteEndObject();
    }
}
