using ImageStreams.References;
using ImageStreams.Storage;

namespace ImageStreams.Hosting;

/// <summary>The names in the keys of the state.</summary>
internal static class StateKeys
{
    /// <summary>The end of the names of sections that all replicas write.</summary>
    private const string Pauses = "-pauses";

    /// <summary>Determines whether all replicas read and write records of the section: what is paused anywhere counts at all of
    /// them.</summary>
    public static bool IsShared(StateRecord record) => record.Section.EndsWith(Pauses, StringComparison.Ordinal);

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
