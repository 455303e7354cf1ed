using System.Text.Json.Nodes;
using System.Text.Json;
using System.Text;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Serialization;

namespace ImageStreams.Conformance.Suites;

/// <summary>The data of manifests and configurations, and whether they belong to the image.</summary>
public sealed class ManifestSuite : ISuite
{
    /// <inheritdoc/>
    public string Name => "manifest";

    /// <inheritdoc/>
    public JsonComparison Comparison => JsonComparison.ApiObjects;

    /// <inheritdoc/>
    public JsonNode? Answer(string operation, JsonElement input)
    {
        try
        {
            return operation switch
            {
                "imageWithMetadata" => WithMetadata(input),
                "manifestFromManifestList" => Choose(input),
                "manifestMatchesImage" => Matches(ManifestVerification.ManifestMatches(
                    new Image
                    {
                        Metadata = new ObjectMeta { Name = Text(input, "name") },
                        DockerImageManifestMediaType = Text(input, "mediaType"),
                    },
                    Utf8(input, "manifest"))),
                "imageConfigMatchesImage" => Matches(ManifestVerification.ConfigMatches(
                    new Image
                    {
                        DockerImageManifest = Text(input, "manifest"),
                        DockerImageManifestMediaType = Text(input, "mediaType"),
                    },
                    Utf8(input, "config"))),
                _ => throw new NotSupportedException($"no operation {operation}"),
            };
        }
        catch (ImageFormatException e)
        {
            return Errors.OfKind(Kind(operation, e.Reason));
        }
    }

    private static JsonObject WithMetadata(JsonElement input)
    {
        var image = ImageStreamJson.Deserialize<Image>(input.GetProperty("image").GetRawText());
        var answer = ImageInterpreter.WithMetadata(image, SuiteClock.Instance);
        return new JsonObject { ["image"] = JsonNode.Parse(ImageStreamJson.SerializeToUtf8Bytes(answer)) };
    }

    private static JsonObject Choose(JsonElement input)
    {
        var preferred = new Platform { Architecture = Text(input, "preferArch"), Os = Text(input, "preferOS") };
        var index = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = MediaTypes.DockerManifestList,
            ["manifests"] = JsonNode.Parse(input.GetProperty("manifests").GetRawText()),
        };
        var parsed = (Manifest.Index)Manifest.Parse(Encoding.UTF8.GetBytes(index.ToJsonString()));
        return new JsonObject { ["digest"] = PlatformSelector.Choose(parsed.Entries, preferred).Manifest.Digest };
    }

    private static JsonObject Matches(bool match) => new() { ["match"] = match };

    /// <summary>The two comparisons have one kind of error for all failures.</summary>
    private static string Kind(string operation, ImageFormatFailure kind) =>
        operation is "manifestMatchesImage" or "imageConfigMatchesImage"
            ? "error"
            : JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static string Text(JsonElement input, string property) =>
        input.TryGetProperty(property, out var value) ? value.GetString() ?? "" : "";

    private static byte[] Utf8(JsonElement input, string property) => Encoding.UTF8.GetBytes(Text(input, property));
}
