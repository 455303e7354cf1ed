namespace ImageStreams.Clients;

/// <summary>Creates the sources of objects of an image API.</summary>
public static class ObjectSource
{
    /// <summary>Creates the source of streams.</summary>
    /// <param name="client">The client of the image API.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public static IObjectSource<ImageStream> FromStreams(IImageStreamClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new StreamsSource(client.Streams);
    }

    /// <summary>Creates the source of images.</summary>
    /// <param name="client">The client of the image API.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public static IObjectSource<Image> FromImages(IImageStreamClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new ImagesSource(client.Images);
    }
}
