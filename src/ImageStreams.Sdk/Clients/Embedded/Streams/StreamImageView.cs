using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Creates <c>imagestreamimages</c> from streams.</summary>
internal static class StreamImageView
{
    /// <summary>Creates the image of a stream under the requested name, with its own pull spec.</summary>
    public static ImageStreamImage Create(ImageStream stream, ImageStreamImageName name, Image image) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = name.LocalName,
            Namespace = stream.Metadata.Namespace,
            CreationTimestamp = image.Metadata.CreationTimestamp,
            Annotations = stream.Metadata.Annotations,
        },
        Image = image,
    };
}
