using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>What a stream looks like through <c>imagestreamimages</c>.</summary>
internal static class StreamImageView
{
    /// <summary>An image of a stream, under the name it was asked for by, with the pull spec of the image itself.</summary>
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
