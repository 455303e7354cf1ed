using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The times at which images were first seen in tags.</summary>
/// <remarks>
/// The history of a tag has the time of each image, which survives restarts. Only where that is missing, or in the future, the
/// first observation counts, and is remembered for the objects that wait for it.
/// </remarks>
internal sealed class FirstSeenTimes
{
    private readonly Dictionary<TriggerObject, Dictionary<ImageStreamTagName, SeenImage>> _seen = [];

    /// <summary>Gets the time at which an object could first see the image of a tag.</summary>
    public DateTimeOffset Get(TriggerObject name, ImageStreamTagName tag, TagEvent image, DateTimeOffset now)
    {
        if (image.Created.IsSet && image.Created.ToDateTimeOffset() is var created && created <= now)
        {
            return created;
        }

        var images = GetOrAdd(name);
        if (images.TryGetValue(tag, out var seen) && seen.Image == GetId(image))
        {
            return seen.At;
        }

        images[tag] = new SeenImage { Tag = tag, Image = GetId(image), At = now };
        return now;
    }

    public IReadOnlyCollection<SeenImage> List(TriggerObject name) => _seen.TryGetValue(name, out var images) ? images.Values : [];

    /// <summary>Adds images from before a restart; the earlier time counts when one was seen since then as well.</summary>
    /// <returns>True when something was added.</returns>
    public bool Restore(TriggerObject name, IEnumerable<SeenImage> images)
    {
        var isChanged = false;
        foreach (var image in images)
        {
            var known = GetOrAdd(name);
            if (!known.TryGetValue(image.Tag, out var seen) || (seen.Image == image.Image && seen.At > image.At))
            {
                known[image.Tag] = image;
                isChanged = true;
            }
        }

        return isChanged;
    }

    /// <summary>Forgets the images of an object, which has taken them.</summary>
    public void Remove(TriggerObject name) => _seen.Remove(name);

    private Dictionary<ImageStreamTagName, SeenImage> GetOrAdd(TriggerObject name)
    {
        if (!_seen.TryGetValue(name, out var images))
        {
            _seen.Add(name, images = []);
        }

        return images;
    }

    private static string GetId(TagEvent image) => image.Image.Length > 0 ? image.Image : image.DockerImageReference;
}
