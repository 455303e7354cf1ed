using System.Text.Json;

namespace ImageStreams.AspNetCore;

/// <summary>The status at one time.</summary>
internal sealed class StatusSnapshot
{
    private readonly Dictionary<string, StatusTag> _tags;
    private readonly string _head;
    private readonly Lazy<byte[]> _json;

    public StatusSnapshot(DateTimeOffset time, StatusHead head, IReadOnlyList<StatusTag> tags)
    {
        Document = new StatusDocument { Time = time, Status = head, Tags = tags };
        _json = new Lazy<byte[]>(() => JsonSerializer.SerializeToUtf8Bytes(Document, StatusJsonContext.Default.StatusDocument));
        _tags = new Dictionary<string, StatusTag>(tags.Count, StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            _tags.TryAdd(tag.Id, tag);
        }

        _head = JsonSerializer.Serialize(Document with { Time = default, Tags = [] }, StatusJsonContext.Default.StatusDocument);
    }

    /// <summary>The whole status.</summary>
    public StatusDocument Document { get; }

    /// <summary>The whole status as JSON, written once for all who ask.</summary>
    public ReadOnlyMemory<byte> Json => _json.Value;

    /// <summary>Finds what has changed since another snapshot; null for nothing.</summary>
    public StatusDocument? FindChanges(StatusSnapshot before)
    {
        var changed = Document.Tags.Where(tag => !before._tags.TryGetValue(tag.Id, out var known) || known != tag).ToList();
        var removed = before._tags.Keys.Where(id => !_tags.ContainsKey(id)).ToList();
        return changed.Count == 0 && removed.Count == 0 && _head == before._head
            ? null
            : Document with { Tags = changed, Removed = removed };
    }
}
