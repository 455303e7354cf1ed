using System.Text.Json.Nodes;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Puts images into the store of a replay that lists show of which only the beginning was recorded.</summary>
internal sealed class AdoptedImages(IEnumerable<HttpExchange> exchanges, ReplayedCluster cluster, Identities identities)
{
    private readonly List<JsonObject> _images =
    [
        .. exchanges.Where(IsList)
            .SelectMany(one => (RecordedHead.Find(one.Exchange.Body)?.Value["items"] as JsonArray ?? []).OfType<JsonObject>())
            .DistinctBy(RecordedObjects.GetName),
    ];

    private readonly List<string> _notes = [];

    /// <summary>What was adopted, each in words.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Adds those that are not there, and were at the time of a list.</summary>
    public async Task AddAsync(HttpExchange recorded)
    {
        var bound = IsList(recorded) ? HttpHistory.GetBound(recorded) : 0;
        foreach (var image in _images.Where(one => RecordedObjects.GetVersion(one) <= bound))
        {
            await AddAsync(image);
        }
    }

    private static bool IsList(HttpExchange recorded) => recorded.Exchange.Request is { Resource: "images", Name: null };

    private async Task AddAsync(JsonObject image)
    {
        if (await cluster.Store.Images.FindAsync(new ObjectKey("", RecordedObjects.GetName(image))) is null)
        {
            var added = await cluster.Store.Images.CreateAsync(ImageStreamJson.Deserialize<Image>(identities.Translate(image)!.ToJsonString()));
            identities.AreSame((string)image["metadata"]![Identities.Version]!, added.Metadata.ResourceVersion!);
            _notes.Add($"image {RecordedObjects.GetName(image)} was there");
        }
    }
}
