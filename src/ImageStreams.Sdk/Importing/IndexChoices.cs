using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>Which image of an index stands for the whole, by the digest of the index.</summary>
/// <remarks>
/// A digest always names the same index, so that none of it has to be fetched again to see whether a tag is unchanged.
/// Holds up to <see cref="Capacity"/>; when it is full it begins anew, which costs one request for each index. Safe to
/// share between threads.
/// </remarks>
internal sealed class IndexChoices
{
    /// <summary>The most indexes that are known.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<Digest, Digest> _images = [];

    public Digest? Find(Digest index)
    {
        lock (_gate)
        {
            return _images.GetValueOrDefault(index);
        }
    }

    public void Note(Digest index, Digest image)
    {
        lock (_gate)
        {
            if (_images.Count >= Capacity)
            {
                _images.Clear();
            }

            _images[index] = image;
        }
    }
}
