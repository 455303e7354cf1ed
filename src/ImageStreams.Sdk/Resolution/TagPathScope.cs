namespace ImageStreams.Resolution;

/// <summary>The streams that a way may go through, and the one in which it begins.</summary>
internal readonly record struct TagPathScope
{
    /// <summary>The other streams; null when the way is to stay in the first.</summary>
    private readonly ImageStreamSet? _others;

    /// <summary>A single stream.</summary>
    public TagPathScope(ImageStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        (Start, Namespace, Stream) = (stream, stream.Namespace, stream.Name);
    }

    /// <summary>A stream among others, which are entered when the options say so.</summary>
    public TagPathScope(ImageStreamSet streams, string ns, string stream, TagResolverOptions? options)
    {
        ArgumentNullException.ThrowIfNull(streams);
        (Start, Namespace, Stream) = (streams.Find(ns, stream), ns, stream);
        _others = (options ?? TagResolverOptions.Default).AcrossStreams ? streams : null;
    }

    /// <summary>The namespace of the stream in which the way begins.</summary>
    public string Namespace { get; }

    /// <summary>The name of that stream.</summary>
    public string Stream { get; }

    /// <summary>That stream; null when it does not exist.</summary>
    public ImageStream? Start { get; }

    /// <summary>Indicates whether the way goes on in other streams.</summary>
    public bool IsAcross => _others is not null;

    /// <summary>A stream that the way may go through, or null.</summary>
    public ImageStream? Find(string ns, string stream) =>
        stream == Stream && ns == Namespace ? Start : _others?.Find(ns, stream);
}
