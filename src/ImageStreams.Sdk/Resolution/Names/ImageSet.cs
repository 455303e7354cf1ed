namespace ImageStreams.Resolution;

/// <summary>A set of images, found by name.</summary>
/// <remarks>
/// When two images have the same name, the first is used. The set copies its source once. Immutable; safe to share between
/// threads.
/// </remarks>
public sealed class ImageSet
{
    private readonly Dictionary<string, Image> _images = new(StringComparer.Ordinal);

    /// <summary>Creates a set of images by their names, which are their digests, in linear time.</summary>
    /// <param name="images">The images that exist.</param>
    /// <exception cref="ArgumentNullException"><paramref name="images"/> is null.</exception>
    public ImageSet(IEnumerable<Image> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        foreach (var image in images)
        {
            _images.TryAdd(image.Name, image);
        }
    }

    /// <summary>The number of images.</summary>
    public int Count => _images.Count;

    /// <summary>Creates a set of the images in the histories of streams, for use without image objects.</summary>
    /// <remarks>Each image has its name and the pull spec of its first event, and nothing else.</remarks>
    /// <param name="streams">The streams.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> is null.</exception>
    public static ImageSet FromHistories(IEnumerable<ImageStream> streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        return new ImageSet(ReadHistories(streams));
    }

    /// <summary>Reads the images in the histories of streams, each once.</summary>
    internal static IEnumerable<Image> ReadHistories(IEnumerable<ImageStream> streams) => streams
        .SelectMany(stream => stream.Status.Tags)
        .SelectMany(history => history.Items)
        .Where(item => item.Image.Length > 0)
        .DistinctBy(item => item.Image, StringComparer.Ordinal)
        .Select(item => new Image
        {
            Metadata = new ObjectMeta { Name = item.Image },
            DockerImageReference = item.DockerImageReference,
        });

    /// <summary>Finds an image, in constant time and without allocation.</summary>
    /// <param name="name">The image's name, which is its digest.</param>
    /// <returns>The image; null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public Image? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _images.GetValueOrDefault(name);
    }
}
