using ImageStreams.References;
using ImageStreams.Storage;

namespace ImageStreams.Hosting;

/// <summary>The names in the keys of the state.</summary>
internal static class StateKeys
{
    /// <summary>The end of the names of sections that all replicas write.</summary>
    private const string Pauses = "-pauses";

    /// <summary>The section of the pauses of imports, which count where the stream is imported.</summary>
    private const string ImportPauses = "import-pauses";

    /// <summary>Determines whether all replicas write records of the section: what was paused anywhere is not lost.</summary>
    public static bool IsShared(StateRecord record) => record.Section.EndsWith(Pauses, StringComparison.Ordinal);

    /// <summary>Determines whether a record counts at all replicas. Pauses of imports do not: a replica would not learn of
    /// their end at another one, and obey them when it gains the shard.</summary>
    public static bool IsOfAll(StateRecord record) => IsShared(record) && record.Section != ImportPauses;

    /// <summary>Finds the namespace and the name in a key, such as <c>shop/ruby</c>, <c>shop/ruby:3</c> or <c>BuildConfig
    /// shop/web</c>; null when the record belongs to no object.</summary>
    public static ImageStreamName? FindStream(StateRecord record)
    {
        var name = record.Key.AsSpan(record.Key.LastIndexOf(' ') + 1);
        var tag = name.IndexOf(':');
        name = tag < 0 ? name : name[..tag];
        return name.Contains('/') && ImageStreamName.TryParse(name, out var stream) ? stream : null;
    }
}
