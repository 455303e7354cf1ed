using ImageStreams.Collections;
using ImageStreams.Patching;

namespace ImageStreams.Kubernetes;

/// <summary>Reads the owners of an object's fields.</summary>
internal static class LiveOwners
{
    /// <summary>The largest number of entries; a server keeps some 10 for updates, and one for each applier.</summary>
    private const int MaxEntries = 1_000;

    /// <summary>The largest set, in bytes; an object on a server has some 1.5 MB at most.</summary>
    private const int MaxBytes = 2 << 20;

    /// <exception cref="OwnerReadingException">An entry is not valid, or larger than any server has it.</exception>
    public static ValueList<LiveOwner> Read(ValueList<ManagedFieldsEntry> entries)
    {
        const string place = "metadata.managedFields";
        if (entries.Count > MaxEntries)
        {
            throw new OwnerReadingException(place, $"There are {entries.Count} entries; at most {MaxEntries} are read.");
        }

        return entries.Select((entry, index) => Read(entry, $"{place}[{index}].fieldsV1")).ToValueList();
    }

    private static LiveOwner Read(ManagedFieldsEntry entry, string place)
    {
        if (entry.FieldsV1.Utf8.Length > MaxBytes)
        {
            throw new OwnerReadingException(place, $"The fields of {entry.Manager} have more than {MaxBytes} bytes.");
        }

        return FieldSet.TryParse(entry.FieldsV1, out var fields)
            ? new LiveOwner(entry, fields)
            : throw new OwnerReadingException(place, $"The fields of {entry.Manager} are no set of fields.");
    }
}
