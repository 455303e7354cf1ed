using ImageStreams.Collections;

namespace ImageStreams;

/// <summary>The pull specs of a stream that somebody has asked for, remembered beside the stream.</summary>
/// <remarks>
/// They say nothing that the stream does not say, so any two are equal, and a stream that remembers equals one that does
/// not. A single reference, which a thread may write while another reads; of two that write at once either may win, since
/// both have the same to say.
/// </remarks>
internal struct CachedPullSpecs : IEquatable<CachedPullSpecs>
{
    /// <summary>A stream of more tags remembers nothing: most of them are never asked for.</summary>
    public const int MaxTags = 64;

    private Entry[]? _entries;

    /// <summary>One entry for each history, in their order; null when there are too many.</summary>
    public Entry[]? Find(ImageStreamStatus status) =>
        _entries ?? (status.Tags.Count > MaxTags ? null : _entries = CreateEntries(status.Tags.AsSpan()));

    /// <inheritdoc/>
    public readonly bool Equals(CachedPullSpecs other) => true;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is CachedPullSpecs;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => 0;

    private static Entry[] CreateEntries(ReadOnlySpan<NamedTagEventList> histories)
    {
        var entries = new Entry[histories.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i].Hash = KeyHash.Compute(histories[i].Tag);
        }

        return entries;
    }

    /// <summary>A tag by its <see cref="KeyHash"/>, and its pull spec; null when nobody has put it together yet.</summary>
    internal struct Entry
    {
        public ulong Hash;
        public string? PullSpec;
    }
}
