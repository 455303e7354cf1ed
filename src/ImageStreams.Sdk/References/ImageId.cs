namespace ImageStreams.References;

/// <summary>Recognises images by the ids people type, which may be the beginning of a digest.</summary>
public static class ImageId
{
    /// <summary>
    /// Whether an image's name, or the hexadecimal part of a name that is a digest, starts with an id.
    /// </summary>
    /// <remarks>
    /// As OpenShift looks images up; upper and lower case differ, and an empty id is the beginning of every name.
    /// </remarks>
    /// <param name="image">The image's name, usually its digest.</param>
    /// <param name="id">The id, whole or its beginning.</param>
    /// <returns>True when it does.</returns>
    public static bool Matches(string image, string id)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(id);
        return image.StartsWith(id, StringComparison.Ordinal)
            || (Digest.TryParse(image, out var digest) && digest.Hex.StartsWith(id, StringComparison.Ordinal));
    }
}
