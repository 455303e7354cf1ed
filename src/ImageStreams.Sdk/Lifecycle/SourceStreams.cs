using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Lifecycle;

/// <summary>The streams that a change takes images from; each is looked up and sorted once.</summary>
internal sealed class SourceStreams(StreamContext context)
{
    private readonly Dictionary<ImageStreamName, StreamLookupResult> _lookups = [];
    private readonly Dictionary<ImageStreamName, ImageIndex> _images = [];

    /// <summary>What came of looking a stream up.</summary>
    public StreamLookupResult Find(ImageStreamName name)
    {
        if (!_lookups.TryGetValue(name, out var lookup))
        {
            _lookups[name] = lookup = context.FindStream(name);
        }

        return lookup;
    }

    /// <summary>The image of a stream that an id means.</summary>
    /// <param name="source">The stream's name, and the id.</param>
    /// <param name="stream">The stream; asked for once per name.</param>
    public StreamImageResult Resolve(TagSource source, Func<ImageStream> stream)
    {
        if (!_images.TryGetValue(source.Name, out var images))
        {
            _images[source.Name] = images = new ImageIndex(stream());
        }

        return images.Resolve(source.Selector);
    }
}
