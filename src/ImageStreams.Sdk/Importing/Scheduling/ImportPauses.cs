using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The paused streams and tags by name, whether or not the schedule has them.</summary>
internal sealed class ImportPauses
{
    private readonly HashSet<ImageStreamName> _streams = [];
    private readonly HashSet<ImageStreamTagName> _tags = [];

    public bool Add(ImageStreamName stream) => _streams.Add(stream);

    public bool Add(ImageStreamTagName tag) => _tags.Add(tag);

    public bool Remove(ImageStreamName stream) => _streams.Remove(stream);

    public bool Remove(ImageStreamTagName tag) => _tags.Remove(tag);

    public bool Covers(ImageStreamName stream) => _streams.Count > 0 && _streams.Contains(stream);

    public bool Covers(ImageStreamName stream, string tag) =>
        Covers(stream) || (_tags.Count > 0 && _tags.Contains(stream.WithTag(tag)));
}
