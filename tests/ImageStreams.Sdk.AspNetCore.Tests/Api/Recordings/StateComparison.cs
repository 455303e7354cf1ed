using System.Text.Json.Nodes;
using ImageStreams.Serialization;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Compares a recorded state of a stream with ours, apart from its version.</summary>
internal static class StateComparison
{
    /// <summary>Tests whether a stream of ours is as recorded, as far as the recording shows it.</summary>
    public static bool IsSame(RecordedState recorded, ImageStream ours, Identities identities)
    {
        if (recorded.Extent == RecordedExtent.Version)
        {
            return true;
        }

        var shown = JsonNode.Parse(ImageStreamJson.Serialize(ours))!.AsObject();
        var expected = identities.Translate(recorded.Value)!.AsObject();
        var (theirs, our) = recorded.Extent == RecordedExtent.Metadata
            ? (Select(expected, "metadata"), Select(shown, "metadata"))
            : (Select(expected, "metadata", "spec", "status"), Select(shown, "metadata", "spec", "status"));
        var comparison = new AnswerComparison(new Identities(), comparesOwners: true);
        comparison.Compare(SettledTags.Settle(theirs), new RecordedHead(theirs, recorded.Open).Cut(our));
        return comparison.Differences.Count == 0;
    }

    private static JsonObject Select(JsonObject value, params string[] fields)
    {
        var selected = new JsonObject { ["kind"] = ImageStream.KindName };
        foreach (var field in fields.Where(value.ContainsKey))
        {
            selected[field] = value[field]?.DeepClone();
        }

        selected["metadata"]!.AsObject().Remove(Identities.Version);
        return selected;
    }
}
