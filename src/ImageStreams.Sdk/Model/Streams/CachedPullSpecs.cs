using ImageStreams.Collections;

namespace ImageStreams;

/// <summary>A cache of the pull specs of a stream, stored with the stream.</summary>
/// <remarks>
/// Any two caches are equal, so that a stream with a filled cache equals one without. The cache is a single reference,
/// which one thread may write while another reads; when two threads write at once, either may win, since both write the
/// same pull specs.
/// </remarks>
internal struct CachedPullSpecs : IEquatable<CachedPullSpecs>
{
    /// <summary>
    /// The maximum number of tags of a stream that has a cache; most pull specs of a larger stream are never requested.
    /// </summary>
    public const int MaxTags = 64;

    private Entry[]? _entries;

    /// <summary>Gets one entry for each history, in their order; null when there are too many.</summary>
    public Entry[]? Find(ImageStreamStatus status)
    {
        if (_entries is null && status.Tags.Count <= MaxTags)
        {
            _entries = CreateEntries(status.Tags.AsSpan());
        }

        return _entries;
    }

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

    /// <summary>The <see cref="KeyHash"/> of a tag, and its pull spec; null until it is first requested.</summary>
    internal struct Entry
    {
        public ulong Hash;
        public string? PullSpec;
    }
}
