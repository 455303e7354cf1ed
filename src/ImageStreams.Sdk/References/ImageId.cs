namespace ImageStreams.References;

/// <summary>Finds images by ids that users type, which may be the beginning of a digest.</summary>
internal static class ImageId
{
    /// <summary>Determines whether an image's name, or the digits of its digest, start with an id.</summary>
    /// <remarks>As in OpenShift, case matters, and an empty id matches every image.</remarks>
    public static bool Matches(string image, string id)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(id);
        return image.StartsWith(id, StringComparison.Ordinal)
            || (Digest.TryParse(image, out var digest) && digest.Hex.StartsWith(id, StringComparison.Ordinal));
    }
}
