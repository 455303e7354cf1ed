using System.Globalization;
using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The ConfigMaps of sections at one time.</summary>
internal sealed class StateContents(List<ClusterObject> objects)
{
    /// <summary>The writes that are not done yet, the oldest first.</summary>
    public List<ClusterObject> Pending { get; } = [.. objects
        .Where(StateLayout.IsPending)
        .OrderBy(static one => long.TryParse(one.Metadata.ResourceVersion, CultureInfo.InvariantCulture, out var version) ? version : 0)];

    /// <summary>The parts of a section.</summary>
    public IEnumerable<ClusterObject> FindParts(string section) => objects.Where(one => StateLayout.Belongs(one, section));

    /// <summary>Reads the records of a section, as they are when all writes are done.</summary>
    public ValueList<StateRecord> Read(string section)
    {
        var entries = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var entry in FindParts(section).SelectMany(StateDocuments.Read))
        {
            entries[entry.Key] = entry.Value;
        }

        foreach (var entry in Pending.Select(StateClient.ReadPending).OfType<StateBatch>().SelectMany(batch => batch.Find(section)))
        {
            entries[entry.Key] = entry.Value;
        }

        return entries
            .Select(static entry => entry.Value is null ? null : StateKeys.Decode(entry.Key, entry.Value))
            .OfType<(string Key, string Value)>()
            .OrderBy(static record => new ObjectKey("", record.Key), ObjectKey.ListOrder)
            .Select(record => new StateRecord(section, record.Key, record.Value))
            .ToValueList();
    }
}
