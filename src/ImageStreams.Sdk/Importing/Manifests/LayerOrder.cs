using ImageStreams.Collections;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Sorts the layers of an image: the base first.</summary>
/// <remarks>
/// Servers before OpenShift 3.4 stored the layers of schema 2 newest first. The order is that of the annotation
/// <see cref="Annotation"/>, otherwise that of the media type.
/// </remarks>
internal static class LayerOrder
{
    public const string Annotation = "image.openshift.io/dockerLayersOrder";
    public const string Ascending = "ascending";

    private const string Descending = "descending";

    /// <summary>Returns the image with its layers base first; unchanged when their order is not known.</summary>
    public static Image Normalize(Image image)
    {
        if (image.DockerImageLayers.IsEmpty || FindOrder(image) is not { } order)
        {
            return image;
        }

        return Mark(order == Descending ? image with { DockerImageLayers = Reverse(image.DockerImageLayers) } : image);
    }

    /// <summary>Returns the image with the annotation that its layers are base first.</summary>
    public static Image Mark(Image image) => image with
    {
        Metadata = image.Metadata with { Annotations = image.Metadata.Annotations.Set(Annotation, Ascending) },
    };

    private static string? FindOrder(Image image)
    {
        if (image.Metadata.Annotations.TryGetValue(Annotation, out var order))
        {
            return order;
        }

        return image.DockerImageManifestMediaType switch
        {
            MediaTypes.DockerSchema1 or MediaTypes.DockerSchema1Signed => Ascending,
            MediaTypes.DockerSchema2 or MediaTypes.OciManifest => Descending,
            _ => null,
        };
    }

    private static ValueList<ImageLayer> Reverse(ValueList<ImageLayer> layers)
    {
        ImageLayer[] reversed = [.. layers.AsSpan()];
        Array.Reverse(reversed);
        return ValueList.Create<ImageLayer>(reversed);
    }
}
