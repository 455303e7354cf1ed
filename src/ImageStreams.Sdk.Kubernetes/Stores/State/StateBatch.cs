using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The changes of one write, by the parts that they belong to: the entries, and null for those that go.</summary>
internal sealed class StateBatch
{
    private readonly Dictionary<StatePart, Dictionary<string, string?>> _parts = [];

    /// <summary>The parts, with their changes.</summary>
    public IReadOnlyDictionary<StatePart, Dictionary<string, string?>> Parts => _parts;

    /// <summary>The sections that it writes to.</summary>
    public IEnumerable<string> Sections => _parts.Keys.Select(static part => part.Section).Distinct();

    /// <summary>Finds the changes of a section.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Find(string section) =>
        _parts.Where(part => part.Key.Section == section).SelectMany(static part => part.Value);

    /// <summary>Divides records; the last one of a key counts.</summary>
    /// <exception cref="ArgumentException">A record has no section or no key, is no text of Unicode, or is larger than an object may be.
    /// </exception>
    public static StateBatch Create(IEnumerable<StateRecord> records, int maxBytes)
    {
        var batch = new StateBatch();
        foreach (var record in records)
        {
            ArgumentNullException.ThrowIfNull(record, nameof(records));
            ArgumentException.ThrowIfNullOrEmpty(record.Section, nameof(records));
            ArgumentException.ThrowIfNullOrEmpty(record.Key, nameof(records));
            var (key, value) = StateKeys.Encode(record.Key, record.Value);
            Require(record, Encoding.UTF8.GetByteCount(value ?? ""), maxBytes);
            batch.Set(record.Section, key, value);
        }

        return batch;
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null for another text.</summary>
    public static StateBatch? TryRead(string json)
    {
        var batch = new StateBatch();
        foreach (var node in TryParse(json) ?? [])
        {
            if (node is JsonArray { Count: 3 } entry && (string?)entry[0] is { } section && (string?)entry[1] is { } key)
            {
                batch.Set(section, key, (string?)entry[2]);
            }
        }

        return batch._parts.Count == 0 ? null : batch;
    }

    /// <summary>Writes the changes as JSON.</summary>
    public string Write() => new JsonArray([..
        from part in _parts
        from entry in part.Value
        select (JsonNode)new JsonArray(part.Key.Section, entry.Key, entry.Value)]).ToJsonString();

    private static JsonArray? TryParse(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonArray;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Require(StateRecord record, int bytes, int maxBytes)
    {
        if (bytes > maxBytes)
        {
            throw new ArgumentException(
                $"The record '{record.Key}' of '{record.Section}' has {bytes} bytes; a ConfigMap has room for {maxBytes}.", nameof(record));
        }
    }

    private void Set(string section, string key, string? value)
    {
        var part = StatePart.Find(section, key);
        if (!_parts.TryGetValue(part, out var entries))
        {
            _parts.Add(part, entries = new(StringComparer.Ordinal));
        }

        entries[key] = value;
    }
}
