namespace ImageStreams.Storage;

/// <summary>A store of image streams, and of the images that they share by digest.</summary>
public interface IImageStreamStore
{
    /// <summary>The streams, each in a namespace.</summary>
    IObjectStore<ImageStream> Streams { get; }

    /// <summary>The images; they have no namespace.</summary>
    IObjectStore<Image> Images { get; }
}
