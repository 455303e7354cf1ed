using ImageStreams.Collections;

namespace ImageStreams;

/// <summary>The pull specs of a stream that somebody has asked for, remembered beside the stream.</summary>
/// <remarks>
/// They say nothing that the stream does not say, so any two are equal, and a stream that remembers equals one that does
/// not. A single reference, which a thread may write while another reads; of two that write at once either may win, since
/// both have the same to say.
/// </remarks>
internal struct KnownPullSpecs : IEquatable<KnownPullSpecs>
{
    /// <summary>A stream of more tags remembers nothing: most of them are never asked for.</summary>
    public const int MostTags = 64;

    private Entry[]? _entries;

    /// <summary>One entry for each history, in their order; null when there are too many.</summary>
    public Entry[]? Find(ImageStreamStatus status) =>
        _entries ?? (status.Tags.Count > MostTags ? null : _entries = Make(status.Tags.AsSpan()));

    /// <inheritdoc/>
    public readonly bool Equals(KnownPullSpecs other) => true;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is KnownPullSpecs;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => 0;

    private static Entry[] Make(ReadOnlySpan<NamedTagEventList> histories)
    {
        var entries = new Entry[histories.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i].Mark = KeyMark.Of(histories[i].Tag);
        }

        return entries;
    }

    /// <summary>A tag by its <see cref="KeyMark"/>, and its pull spec; null when nobody has put it together yet.</summary>
    internal struct Entry
    {
        public ulong Mark;
        public string? PullSpec;
    }
}
