using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Kubernetes;

/// <summary>Describes a stream for tables, whose columns cannot join the tags themselves.</summary>
internal static class StreamSummary
{
    private const int Width = 40;

    /// <summary>Describes a stream: its tags, the latest first, and the time of the latest image; absent for a stream without tags.</summary>
    public static RawJson Create(ImageStream stream)
    {
        var tags = stream.Status.Tags
            .OrderByDescending(GetCreated)
            .ThenBy(static tag => tag.Tag, StringComparer.Ordinal)
            .ToList();
        if (tags.Count == 0)
        {
            return default;
        }

        var latest = GetCreated(tags[0]);
        var updated = latest.IsSet ? $",\"updated\":\"{latest}\"" : "";
        return RawJson.Parse($"{{\"tags\":\"{JsonEncodedText.Encode(Join(tags))}\"{updated}}}");
    }

    // As many as fit; the first one in any case.
    private static string Join(List<NamedTagEventList> tags)
    {
        var shown = 0;
        for (var left = Width; shown < tags.Count && left > tags[shown].Tag.Length; shown++)
        {
            left -= tags[shown].Tag.Length + 1;
        }

        var names = string.Join(',', tags.Take(Math.Max(shown, 1)).Select(static tag => tag.Tag));
        return shown == 0 || shown == tags.Count ? names : $"{names} + {tags.Count - shown} more...";
    }

    private static Timestamp GetCreated(NamedTagEventList tag) => tag.Items.Count == 0 ? default : tag.Items[0].Created;
}
