using ImageStreams.Manifests;
using ImageStreams.References;

namespace ImageStreams.Tool;

/// <summary>Finds digests in a lock: by the pull spec of an entry, or by the tag that was asked for.</summary>
internal sealed class LockPins
{
    private const string FromLock = "from the lock";

    private readonly Dictionary<ImageReference, LockedImage> _images = new(DockerReferenceComparer.Instance);

    public LockPins(ImageLock images)
    {
        foreach (var image in images.Images)
        {
            Add(image.PullSpec, image);
            Add(image.Tag, image);
        }
    }

    /// <summary>Pins a name; null when the lock does not have it.</summary>
    public PinItem? Find(PinItem item)
    {
        if (item.Reason.Length > 0
            || !ImageReference.TryParse(item.Question ?? item.Before, out var reference)
            || !_images.TryGetValue(reference, out var image))
        {
            return null;
        }

        return item.Mention is null
            ? item with { After = image.ToPullSpec(), Reason = FromLock }
            : item.Pin(image.Digest.ToString(), FromLock);
    }

    private void Add(string name, LockedImage image)
    {
        if (ImageReference.TryParse(name, out var reference) && reference.Registry.Length > 0)
        {
            _images.TryAdd(reference, image);
        }
    }
}
