using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Signatures;

/// <summary>A layer of a manifest that may be a signature.</summary>
internal sealed record SignatureLayer
{
    /// <summary>The media type of cosign's payload.</summary>
    public const string SimpleSigning = "application/vnd.dev.cosign.simplesigning.v1+json";

    private const int MaxLayers = 1000;

    public required string MediaType { get; init; }

    public required Digest Digest { get; init; }

    public required long Size { get; init; }

    public required ValueMap<string> Annotations { get; init; }

    /// <summary>Gets a value indicating whether the layer is a signature or a bundle, and not something else.</summary>
    public bool IsSignature =>
        MediaType == SimpleSigning || MediaType.StartsWith(SigstoreBundle.MediaTypePrefix, StringComparison.Ordinal);

    /// <summary>Reads the layers of a manifest; null with the reason when it has none.</summary>
    public static IReadOnlyList<SignatureLayer>? Read(ReadOnlyMemory<byte> manifest, out string error) =>
        SignatureJson.Read(manifest, ReadAll, out error);

    private static SignatureLayer[] ReadAll(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("layers", out var layers)
        && layers.ValueKind == JsonValueKind.Array
        && layers.GetArrayLength() <= MaxLayers
            ? [.. layers.EnumerateArray().Select(ReadOne)]
            : throw new FormatException($"'layers' is not a list of up to {MaxLayers}");

    private static SignatureLayer ReadOne(JsonElement layer) =>
        Digest.TryParse(SignatureJson.GetText(layer, "digest"), out var digest)
        && layer.TryGetProperty("size", out var sizeValue)
        && sizeValue.ValueKind == JsonValueKind.Number
        && sizeValue.TryGetInt64(out var size)
        && size >= 0
            ? new SignatureLayer
            {
                MediaType = SignatureJson.GetText(layer, "mediaType"),
                Digest = digest,
                Size = size,
                Annotations = ReadAnnotations(layer),
            }
            : throw new FormatException("a layer has no digest or no size");

    private static ValueMap<string> ReadAnnotations(JsonElement layer) =>
        layer.TryGetProperty("annotations", out var found)
            ? found.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, SignatureJson.GetText(found, entry.Name))).ToValueMap()
            : default;
}
