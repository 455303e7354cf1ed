using System.Globalization;
using System.Text.Json;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Testing.Synthesis;

/// <summary>Creates the layers, configuration and manifest of an image.</summary>
internal static class ImageBuilder
{
    private const string DockerConfig = "application/vnd.docker.container.image.v1+json";
    private const string OciConfig = "application/vnd.oci.image.config.v1+json";
    private const string DockerLayer = "application/vnd.docker.image.rootfs.diff.tar.gzip";
    private const string OciLayer = "application/vnd.oci.image.layer.v1.tar+gzip";

    public static BuiltImage Build(ImageParts parts)
    {
        var archives = parts.Layers.ConvertAll(LayerArchive.Create);
        var layers = archives.ConvertAll(
            tar => new SyntheticBlob(parts.IsOci ? OciLayer : DockerLayer, StoredGzip.Wrap(tar)));
        var created = parts.Created.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var diffIds = archives.ConvertAll(tar => Digest.Sha256(tar));
        var configuration = new SyntheticBlob(
            parts.IsOci ? OciConfig : DockerConfig,
            Json.Write(json => WriteConfiguration(json, parts, created, diffIds)));
        var manifest = Json.Write(json => WriteManifest(json, parts, configuration, layers));
        return new BuiltImage(manifest, [configuration, .. layers]);
    }

    private static void WriteConfiguration(
        Utf8JsonWriter json, ImageParts parts, string created, IEnumerable<Digest> diffIds)
    {
        json.WriteString("created", created);
        parts.Platform.WriteMembers(json);
        json.WriteStartObject("config");
        WriteRunSettings(json, parts);
        json.WriteEndObject();
        json.WriteStartObject("rootfs");
        json.WriteString("type", "layers");
        json.WriteStartArray("diff_ids");
        foreach (var diffId in diffIds)
        {
            json.WriteStringValue(diffId.ToString());
        }

        json.WriteEndArray();
        json.WriteEndObject();
        WriteHistory(json, parts, created);
    }

    private static void WriteRunSettings(Utf8JsonWriter json, ImageParts parts)
    {
        if (parts.User.Length > 0)
        {
            json.WriteString("User", parts.User);
        }

        if (!parts.ExposedPorts.IsEmpty)
        {
            json.WriteStartObject("ExposedPorts");
            foreach (var port in parts.ExposedPorts)
            {
                json.WriteStartObject(port);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteTexts("Env", parts.Environment);
        json.WriteTexts("Cmd", parts.Command);
        json.WriteTexts("Labels", parts.Labels);
    }

    private static void WriteHistory(Utf8JsonWriter json, ImageParts parts, string created)
    {
        json.WriteStartArray("history");
        foreach (var layer in parts.Layers)
        {
            json.WriteStartObject();
            json.WriteString("created", created);
            json.WriteString("created_by", $"COPY {layer.Path}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteManifest(
        Utf8JsonWriter json, ImageParts parts, SyntheticBlob configuration, IEnumerable<SyntheticBlob> layers)
    {
        json.WriteNumber("schemaVersion", 2);
        json.WriteString("mediaType", parts.IsOci ? MediaTypes.OciManifest : MediaTypes.DockerSchema2);
        if (parts.ArtifactType.Length > 0)
        {
            json.WriteString("artifactType", parts.ArtifactType);
        }

        json.WriteDescriptor("config", configuration.MediaType, configuration.Digest, configuration.Content.Length);
        json.WriteStartArray("layers");
        foreach (var layer in layers)
        {
            json.WriteDescriptor("", layer.MediaType, layer.Digest, layer.Content.Length);
        }

        json.WriteEndArray();
        if (parts.Subject is { } subject)
        {
            json.WriteDescriptor("subject", subject.MediaType, subject.Digest, subject.Manifest.Length);
        }

        json.WriteTexts("annotations", parts.Annotations);
    }
}
