namespace ImageStreams.Storage;

/// <summary>Keeps image streams, and the images that all of them share by digest.</summary>
public interface IImageStreamStore
{
    /// <summary>The streams, each in a namespace.</summary>
    IObjectStore<ImageStream> Streams { get; }

    /// <summary>The images; they have no namespace.</summary>
    IObjectStore<Image> Images { get; }
}
