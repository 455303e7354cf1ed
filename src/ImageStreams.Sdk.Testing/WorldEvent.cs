using System.Globalization;
using ImageStreams.Testing.Simulation;

namespace ImageStreams.Testing;

/// <summary>An event in an <see cref="ImageStreamWorld"/>.</summary>
/// <remarks>A closed hierarchy with one nested type for each kind of event.</remarks>
public abstract partial record WorldEvent
{
    private const int KindWidth = 16;

    private WorldEvent()
    {
    }

    /// <summary>The number of the event, from 1.</summary>
    public long Number { get; internal init; }

    /// <summary>The time of the event.</summary>
    public DateTimeOffset Time { get; internal init; }

    /// <summary>The time since the beginning of the world.</summary>
    public TimeSpan Elapsed { get; internal init; }

    /// <summary>The kind of the event in a word or two, such as <c>imported</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The subject of the event, such as <c>shop/python:3.8</c> or <c>Deployment shop/web</c>.</summary>
    public abstract string Subject { get; }

    /// <summary>The details of the event; may be empty.</summary>
    public abstract string Details { get; }

    /// <summary>Returns one line of a log: time, kind, subject and details, with digests cut to twelve digits.</summary>
    public sealed override string ToString()
    {
        var details = Details.Length == 0 ? "" : $": {ShortDigests.In(Details)}";
        return string.Create(
            CultureInfo.InvariantCulture, $"{Elapsed:d\\.hh\\:mm\\:ss} {Kind.PadRight(KindWidth)} {Subject}{details}");
    }
}
