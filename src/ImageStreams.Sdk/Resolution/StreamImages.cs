namespace ImageStreams.Resolution;

/// <summary>Finds images in the histories of a stream.</summary>
/// <remarks>Pure functions.</remarks>
public static class StreamImages
{
    /// <summary>The image that an id means: its digest, or the beginning of that with or without the algorithm.</summary>
    /// <remarks>
    /// OpenShift's rule. Where tags got the image from different places it takes any of them; here it is the first of
    /// those tags in the byte order of their names. Of one tag's events the oldest counts.
    /// </remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="id">The id; the empty text is the beginning of every image.</param>
    public static StreamImageResult Resolve(ImageStream stream, string id)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(id);

        return new ImageIndex(stream).Resolve(id);
    }
}
