using ImageStreams.Builds;
using ImageStreams.Collections;

namespace ImageStreams.Triggers;

/// <summary>The last pull specs in <c>status.imageChangeTriggers</c>, by tag; when two entries have the same tag, the
/// first is used.</summary>
internal sealed class RecordedPullSpecs(ValueList<ImageChangeTriggerStatus> entries)
{
    /// <summary>The number of entries up to which a scan is faster than an index.</summary>
    private const int MaxScanned = 8;

    private Dictionary<(string Namespace, string Name), string?>? _byTag;

    /// <summary>Finds the pull spec of the entry for a tag; null when there is none.</summary>
    public string? Find(ObjectReference tag)
    {
        var key = (tag.Namespace ?? "", tag.Name ?? "");
        return entries.Count <= MaxScanned ? Scan(key) : (_byTag ??= CreateIndex()).GetValueOrDefault(key);
    }

    private string? Scan((string Namespace, string Name) key)
    {
        foreach (var entry in entries)
        {
            if (GetKey(entry) == key)
            {
                return entry.LastTriggeredImageId;
            }
        }

        return null;
    }

    private Dictionary<(string Namespace, string Name), string?> CreateIndex()
    {
        var byTag = new Dictionary<(string Namespace, string Name), string?>();
        foreach (var entry in entries)
        {
            byTag.TryAdd(GetKey(entry), entry.LastTriggeredImageId);
        }

        return byTag;
    }

    private static (string Namespace, string Name) GetKey(ImageChangeTriggerStatus entry) =>
        (entry.From.Namespace ?? "", entry.From.Name ?? "");
}
