using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>The images in the histories of a stream, to be found by the beginning of their ids.</summary>
/// <remarks>
/// Sorted once, so that a stream with many pinned tags does not go through all histories for each of them.
/// </remarks>
internal sealed class ImageIndex
{
    private readonly Dictionary<string, TagEvent> _events = new(StringComparer.Ordinal);
    private readonly (string Id, string Image)[] _ids;

    public ImageIndex(ImageStream stream)
    {
        foreach (var history in StreamNormalForm.SortTags(stream).Status.Tags)
        {
            Add(history);
        }

        _ids = [.. _events.Keys.SelectMany(GetIds)];
        Array.Sort(_ids, static (left, right) => string.CompareOrdinal(left.Id, right.Id));
    }

    /// <summary>The image that an id means.</summary>
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

    /// <summary>Of one image, the first tag counts, and of that the oldest event.</summary>
    private void Add(NamedTagEventList history)
    {
        var eventsByImage = new Dictionary<string, TagEvent>(StringComparer.Ordinal);
        foreach (var item in history.Items)
        {
            eventsByImage[item.Image] = item;
        }

        foreach (var (image, oldest) in eventsByImage)
        {
            _events.TryAdd(image, oldest);
        }
    }

    private bool IsAt(int position, string id) => _ids[position].Id.StartsWith(id, StringComparison.Ordinal);

    /// <summary>The position of the first id that is not before another.</summary>
    private int FindFirst(string id)
    {
        var (low, high) = (0, _ids.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = string.CompareOrdinal(_ids[middle].Id, id) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>An image is found by its name, and by the hexadecimal part of a name that is a digest.</summary>
    private static IEnumerable<(string Id, string Image)> GetIds(string image) => Digest.TryParse(image, out var digest)
        ? [(image, image), (digest.Hex, image)]
        : [(image, image)];
}
