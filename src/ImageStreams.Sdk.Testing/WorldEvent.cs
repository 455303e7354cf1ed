using System.Globalization;
using ImageStreams.Testing.Simulation;

namespace ImageStreams.Testing;

/// <summary>Something that happened in an <see cref="ImageStreamWorld"/>.</summary>
/// <remarks>Closed: one nested case for each thing that can happen.</remarks>
public abstract partial record WorldEvent
{
    private const int KindWidth = 16;

    private WorldEvent()
    {
    }

    /// <summary>Its place among all events, from 1.</summary>
    public long Number { get; internal init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset Time { get; internal init; }

    /// <summary>How long after the beginning of the world that was.</summary>
    public TimeSpan Elapsed { get; internal init; }

    /// <summary>What happened, in a word or two, such as <c>imported</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>What it happened to, such as <c>shop/python:3.8</c> or <c>Deployment shop/web</c>.</summary>
    public abstract string Subject { get; }

    /// <summary>What there is to say about it; may be empty.</summary>
    public abstract string Details { get; }

    /// <summary>One line of a log, with digests cut to twelve digits: the time, what happened, to what, and why.</summary>
    public sealed override string ToString()
    {
        var details = Details.Length == 0 ? "" : $": {ShortDigests.In(Details)}";
        return string.Create(CultureInfo.InvariantCulture, $"{Elapsed:d\\.hh\\:mm\\:ss} {Kind.PadRight(KindWidth)} {Subject}{details}");
    }
}
