using ImageStreams.References;

namespace ImageStreams;

/// <summary>Extends <see cref="ImageStreamName"/> with conversions from the model.</summary>
public static class ImageStreamNameExtensions
{
    extension(ImageStreamName)
    {
        /// <summary>Gets the name of a stream, with its namespace.</summary>
        /// <param name="stream">The stream; a missing namespace or name reads as empty.</param>
        /// <returns>The name.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
        public static ImageStreamName From(ImageStream stream)
        {
            ArgumentNullException.ThrowIfNull(stream);
            return ImageStreamName.FromParts(stream.Namespace, stream.Name);
        }
    }
}
