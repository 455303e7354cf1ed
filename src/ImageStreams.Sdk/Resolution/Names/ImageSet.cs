namespace ImageStreams.Resolution;

/// <summary>Images, found by name.</summary>
/// <remarks>
/// Of two images with one name the first counts. Takes its images once. Immutable; safe to share between threads.
/// </remarks>
public sealed class ImageSet
{
    private readonly Dictionary<string, Image> _images = new(StringComparer.Ordinal);

    /// <summary>Files images by their names, which are their digests, in linear time.</summary>
    /// <param name="images">The images that exist.</param>
    public ImageSet(IEnumerable<Image> images)
    {
        ArgumentNullException.ThrowIfNull(images);

        foreach (var image in images)
        {
            _images.TryAdd(image.Name, image);
        }
    }

    /// <summary>How many images there are to find.</summary>
    public int Count => _images.Count;

    /// <summary>The images that the histories of streams name, for where nobody keeps image objects.</summary>
    /// <remarks>Each has its name and the pull spec of the first event that names it, and nothing else.</remarks>
    /// <param name="streams">The streams.</param>
    public static ImageSet FromHistories(IEnumerable<ImageStream> streams)
    {
        ArgumentNullException.ThrowIfNull(streams);

        return new ImageSet(streams
            .SelectMany(stream => stream.Status.Tags)
            .SelectMany(history => history.Items)
            .Where(item => item.Image.Length > 0)
            .DistinctBy(item => item.Image, StringComparer.Ordinal)
            .Select(item => new Image
            {
                Metadata = new ObjectMeta { Name = item.Image },
                DockerImageReference = item.DockerImageReference,
            }));
    }

    /// <summary>The image of a name, or null when there is none; constant time, and costs no allocation.</summary>
    /// <param name="name">The image's name, which is its digest.</param>
    public Image? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _images.GetValueOrDefault(name);
    }
}
