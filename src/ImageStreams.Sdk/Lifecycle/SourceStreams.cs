using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Lifecycle;

/// <summary>The streams that a change takes images from; each is looked up and indexed once.</summary>
internal sealed class SourceStreams(StreamContext context)
{
    private readonly Dictionary<ImageStreamName, StreamLookupResult> _lookups = [];
    private readonly Dictionary<ImageStreamName, ImageIndex> _images = [];

    /// <summary>Finds a stream.</summary>
    public StreamLookupResult Find(ImageStreamName name)
    {
        if (!_lookups.TryGetValue(name, out var lookup))
        {
            lookup = context.FindStream(name);
            _lookups[name] = lookup;
        }

        return lookup;
    }

    /// <summary>Resolves an id to an image of a stream.</summary>
    /// <param name="source">The stream's name, and the id.</param>
    /// <param name="stream">The function that gets the stream; called once per name.</param>
    public StreamImageResult Resolve(TagSource source, Func<ImageStream> stream)
    {
        var name = source.StreamName;
        if (!_images.TryGetValue(name, out var images))
        {
            images = new ImageIndex(stream());
            _images[name] = images;
        }

        return images.Resolve(source.Selector);
    }
}
