using System.Text;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

/// <summary>An index as its registry stored it, rebuilt from the recordings of a cluster.</summary>
/// <remarks>The images in it may have other digests here, and so has the index.</remarks>
internal sealed class RecordedIndex(string recordedDigest, string mediaType, IEnumerable<JsonObject> descriptors) : IRecordedContent
{
    private const string OciIndex = "application/vnd.oci.image.index.v1+json";

    public string RecordedManifestDigest => recordedDigest;

    public string ManifestDigest => RecordedImage.GetDigest(ManifestContent);

    public string MediaType => mediaType;

    public byte[] ManifestContent { get; } = Encoding.UTF8.GetBytes(new JsonObject
    {
        ["schemaVersion"] = 2,
        ["mediaType"] = mediaType,
        ["manifests"] = new JsonArray([.. descriptors]),
    }.ToJsonString());

    /// <summary>The index of an image object.</summary>
    /// <param name="image">The image as the cluster kept it.</param>
    /// <param name="getDigest">The digest here of an image by its recorded one.</param>
    public static RecordedIndex Create(JsonObject image, Func<string, string> getDigest) => new(
        RecordedObjects.GetName(image),
        (string)image["dockerImageManifestMediaType"]!,
        (image["dockerImageManifests"] as JsonArray ?? []).Select(one => CreateDescriptor(one!.AsObject(), getDigest)));

    /// <summary>An index of one manifest, without a platform.</summary>
    public static RecordedIndex Around(IRecordedContent content) => new(
        "",
        OciIndex,
        [
            new JsonObject
            {
                ["mediaType"] = content.MediaType,
                ["size"] = content.ManifestContent.Length,
                ["digest"] = content.ManifestDigest,
            },
        ]);

    private static JsonObject CreateDescriptor(JsonObject recorded, Func<string, string> getDigest)
    {
        var platform = new JsonObject
        {
            ["architecture"] = recorded["architecture"]!.DeepClone(),
            ["os"] = recorded["os"]!.DeepClone(),
        };
        if (recorded["variant"] is { } variant)
        {
            platform["variant"] = variant.DeepClone();
        }

        return new JsonObject
        {
            ["mediaType"] = recorded["mediaType"]!.DeepClone(),
            ["size"] = recorded["manifestSize"]!.DeepClone(),
            ["digest"] = getDigest((string)recorded["digest"]!),
            ["platform"] = platform,
        };
    }
}
