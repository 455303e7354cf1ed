using System.Text.Json;
using ImageStreams.References;

namespace ImageStreams.Testing.Protocol;

/// <summary>The parts of a manifest that a registry looks at.</summary>
internal sealed record ManifestSummary
{
    private static readonly ManifestSummary Nothing = new();

    /// <summary>The blobs that must exist before the manifest is pushed.</summary>
    public IReadOnlyList<Digest> Blobs { get; private init; } = [];

    public Digest? Subject { get; private init; }

    public string ArtifactType { get; private init; } = "";

    public IReadOnlyDictionary<string, string> Annotations { get; private init; } = new Dictionary<string, string>();

    public static ManifestSummary Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : Nothing;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return Nothing;   // a registry keeps content that it does not understand
        }
    }

    private static ManifestSummary Read(JsonElement manifest) => new()
    {
        Blobs = [.. Descriptors(manifest).Select(FindDigest).OfType<Digest>()],
        Subject = manifest.TryGetProperty("subject", out var subject) ? FindDigest(subject) : null,
        ArtifactType = ReadArtifactType(manifest),
        Annotations = ReadAnnotations(manifest),
    };

    // Without an artifact type, the media type of the configuration is used.
    private static string ReadArtifactType(JsonElement manifest)
    {
        var type = Text(manifest, "artifactType");
        return type.Length == 0 && manifest.TryGetProperty("config", out var config) ? Text(config, "mediaType") : type;
    }

    private static IEnumerable<JsonElement> Descriptors(JsonElement manifest)
    {
        if (manifest.TryGetProperty("config", out var config))
        {
            yield return config;
        }

        if (manifest.TryGetProperty("layers", out var layers) && layers.ValueKind == JsonValueKind.Array)
        {
            foreach (var layer in layers.EnumerateArray().Where(layer => !layer.TryGetProperty("urls", out _)))
            {
                yield return layer;
            }
        }
    }

    private static Dictionary<string, string> ReadAnnotations(JsonElement manifest) =>
        manifest.TryGetProperty("annotations", out var annotations) && annotations.ValueKind == JsonValueKind.Object
            ? annotations.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.ToString())
            : [];

    private static Digest? FindDigest(JsonElement descriptor) =>
        Digest.TryParse(Text(descriptor, "digest"), out var digest) ? digest : null;

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString() ?? ""
            : "";
}
