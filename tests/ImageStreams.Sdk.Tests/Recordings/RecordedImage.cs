using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

/// <summary>An image as its registry stored it, rebuilt from the recordings of a cluster.</summary>
/// <remarks>
/// The manifest is restored byte for byte. So is the configuration if the registry's own answer was recorded; else it
/// can't be, because it has the digests of unpacked layers, and a stand-in of the same length and meaning is used. The
/// image then has another digest, at the same position of the order, and the recordings are read with that one.
/// </remarks>
internal sealed class RecordedImage : IRecordedContent
{
    private static readonly JsonSerializerOptions PushedFormat = new()
    {
        WriteIndented = true,
        IndentSize = 3,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly byte[] Empty = "{}"u8.ToArray();

    private readonly JsonObject _image;

    /// <param name="image">The image as the cluster kept it.</param>
    /// <param name="config">Its configuration as the registry returned it; null if it is not recorded.</param>
    public RecordedImage(JsonObject image, JsonNode? config)
    {
        _image = image;
        ConfigContent = (config, (string?)image["dockerImageConfig"]) switch
        {
            (_, { } text) => Encoding.UTF8.GetBytes(text),
            ({ } answered, _) => Encoding.UTF8.GetBytes(AsPushed(answered)),
            _ when RecordedConfigDigest == GetDigest(Empty) => Empty,
            _ => StandIn(),
        };
        ManifestContent = CreateManifest(ConfigContent.Length, ConfigDigest);
    }

    public byte[] ConfigContent { get; }

    public byte[] ManifestContent { get; }

    public string ConfigDigest => GetDigest(ConfigContent);

    public string ManifestDigest => GetDigest(ManifestContent);

    public string RecordedConfigDigest => (string)Metadata["Id"]!;

    public string RecordedManifestDigest => RecordedObjects.GetName(_image);

    /// <summary>The digest of the manifest with the real configuration in it.</summary>
    public string RebuiltManifestDigest => GetDigest(CreateManifest(ConfigContent.Length, RecordedConfigDigest));

    /// <summary>True if its manifest has the usual form; those of attestations and artifacts have more fields.</summary>
    public bool IsOfOneKindWithOthers => Metadata["Config"]?["Labels"] is not null;

    public string MediaType => (string)_image["dockerImageManifestMediaType"]!;

    private string ConfigMediaType =>
        ConfigContent == Empty ? "application/vnd.oci.empty.v1+json"
        : MediaType.StartsWith("application/vnd.oci.", StringComparison.Ordinal) ? "application/vnd.oci.image.config.v1+json"
        : "application/vnd.docker.container.image.v1+json";

    private JsonObject Metadata => _image["dockerImageMetadata"]!.AsObject();

    private JsonArray Layers => _image["dockerImageLayers"]!.AsArray();

    public static string GetDigest(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Means the same as the real one; blanks are added before it until the order of images is kept.</summary>
    private byte[] StandIn()
    {
        var length = (int)Metadata["Size"]! - Layers.Sum(layer => (int)layer!["size"]!);
        var text = new JsonObject
        {
            ["architecture"] = Metadata["Architecture"]!.DeepClone(),
            ["os"] = "linux",
            ["created"] = Metadata["Created"]?.DeepClone(),
            ["author"] = Metadata["Author"]?.DeepClone(),
            ["config"] = Metadata["Config"]!.DeepClone(),
        }.ToJsonString();
        return Enumerable.Range(0, length - text.Length)
            .Select(blanks => Encoding.UTF8.GetBytes((new string(' ', blanks) + text).PadRight(length)))
            .First(config => FirstDigit(GetDigest(CreateManifest(length, GetDigest(config)))) == FirstDigit(RecordedManifestDigest));
    }

    private static char FirstDigit(string digest) => digest["sha256:".Length];

    private byte[] CreateManifest(int configSize, string configDigest) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["schemaVersion"] = 2,
        ["mediaType"] = MediaType,
        ["config"] = Descriptor(ConfigMediaType, configSize, configDigest),
        ["layers"] = new JsonArray(
        [
            .. Layers.Select(layer =>
                Descriptor((string)layer!["mediaType"]!, (int)layer["size"]!, (string)layer["name"]!)),
        ]),
    }.ToJsonString(PushedFormat));

    private static JsonObject Descriptor(string mediaType, int size, string digest) =>
        new() { ["mediaType"] = mediaType, ["size"] = size, ["digest"] = digest };

    /// <summary>JSON with blanks after colons and commas, as the recorded configurations were pushed.</summary>
    private static string AsPushed(JsonNode? json) => json switch
    {
        JsonObject fields => "{" + string.Join(
            ", ", fields.Select(field => $"{JsonValue.Create(field.Key).ToJsonString()}: {AsPushed(field.Value)}")) + "}",
        JsonArray items => "[" + string.Join(", ", items.Select(AsPushed)) + "]",
        null => "null",
        _ => json.ToJsonString(PushedFormat),
    };
}
