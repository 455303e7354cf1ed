using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The image of a platform of each index, by the digest of the index and the platform.</summary>
/// <remarks>
/// A digest always names the same index, so that an index need not be fetched again to check whether a tag is unchanged.
/// Holds at least the <see cref="Capacity"/> indexes that were used last, and at most twice as many. Safe to share between
/// threads.
/// </remarks>
internal sealed class PlatformImageCache
{
    /// <summary>The guaranteed number of indexes that are held.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private Dictionary<(Digest Index, Platform Platform), Digest> _recent = [];
    private Dictionary<(Digest Index, Platform Platform), Digest> _older = [];

    public Digest? Find(Digest index, Platform platform)
    {
        var key = (index, platform);
        lock (_gate)
        {
            if (_recent.TryGetValue(key, out var image))
            {
                return image;
            }

            if (_older.TryGetValue(key, out image))
            {
                Add(key, image);
            }

            return image;
        }
    }

    public void Set(Digest index, Platform platform, Digest image)
    {
        lock (_gate)
        {
            Add((index, platform), image);
        }
    }

    private void Add((Digest Index, Platform Platform) key, Digest image)
    {
        if (_recent.Count >= Capacity)
        {
            (_older, _recent) = (_recent, []);
        }

        _recent[key] = image;
    }
}
