using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>An index of the images in the histories of a stream, by the beginning of their ids.</summary>
/// <remarks>Sorted once, so that a stream with many pinned tags does not search all histories for each of them.</remarks>
internal sealed class ImageIndex
{
    private readonly Dictionary<string, TagEvent> _events = new(StringComparer.Ordinal);
    private readonly (string Id, string Image)[] _ids;

    /// <summary>Creates the index of a stream.</summary>
    public ImageIndex(ImageStream stream)
    {
        foreach (var history in stream.Status.Tags.Sort())
        {
            Add(history);
        }

        _ids = [.. _events.Keys.SelectMany(GetIds)];
        Array.Sort(_ids, static (left, right) => string.CompareOrdinal(left.Id, right.Id));
    }

    /// <summary>Resolves an id to its image.</summary>
    public StreamImageResult Resolve(string id)
    {
        var first = FindFirst(id);
        if (first == _ids.Length || !IsAt(first, id))
        {
            return new StreamImageResult.NotFound();
        }

        var image = _ids[first].Image;
        for (var next = first + 1; next < _ids.Length && IsAt(next, id); next++)
        {
            if (_ids[next].Image != image)
            {
                return new StreamImageResult.Ambiguous { Images = [image, _ids[next].Image] };
            }
        }

        return new StreamImageResult.Found { Event = _events[image] };
    }

    /// <summary>Adds a history. For each image, the oldest event of the first tag that has it is used.</summary>
    private void Add(NamedTagEventList history)
    {
        var oldest = new Dictionary<string, TagEvent>(StringComparer.Ordinal);
        foreach (var item in history.Items)
        {
            oldest[item.Image] = item;
        }

        foreach (var (image, item) in oldest)
        {
            _events.TryAdd(image, item);
        }
    }

    private bool IsAt(int position, string id) => _ids[position].Id.StartsWith(id, StringComparison.Ordinal);

    /// <summary>Finds the position of the first id that is not less than another.</summary>
    private int FindFirst(string id)
    {
        var low = 0;
        var high = _ids.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (string.CompareOrdinal(_ids[middle].Id, id) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Gets the ids of an image: its name and, for a digest, its hexadecimal part.</summary>
    private static IEnumerable<(string Id, string Image)> GetIds(string image) => Digest.TryParse(image, out var digest)
        ? [(image, image), (digest.Hex, image)]
        : [(image, image)];
}
