using System.Text.Json.Nodes;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Recordings;

/// <summary>The images of a recording, recreated under the names that they were imported by.</summary>
internal sealed class RecordedDigests
{
    private readonly Dictionary<string, SyntheticImage> _images;
    private readonly Dictionary<string, string> _digests;

    /// <param name="exchanges">The recording; its imports say which image has which digest.</param>
    public RecordedDigests(IEnumerable<Exchange> exchanges)
    {
        var imported = exchanges
            .Select(exchange => exchange.Body)
            .Where(body => (string?)body?["kind"] == "ImageStreamImport")
            .SelectMany(body => body!["spec"]!["images"]!.AsArray().Zip(body["status"]!["images"]!.AsArray(), GetDigest))
            .DistinctBy(image => image.Name)
            .ToList();
        _images = imported.ToDictionary(image => image.Name, image => SyntheticImage.Create(image.Name));
        _digests = imported.ToDictionary(image => image.Digest, image => _images[image.Name].Digest.ToString());
    }

    /// <summary>The images by their names in the registry.</summary>
    public IReadOnlyDictionary<string, SyntheticImage> Images => _images;

    /// <summary>A text with the digests of the recreated images.</summary>
    public string Translate(string text) =>
        _digests.Aggregate(text, (done, digest) => done.Replace(digest.Key, digest.Value, StringComparison.Ordinal));

    private static (string Name, string Digest) GetDigest(JsonNode? requested, JsonNode? came) =>
        ((string)requested!["from"]!["name"]!, (string)came!["image"]!["metadata"]!["name"]!);
}
