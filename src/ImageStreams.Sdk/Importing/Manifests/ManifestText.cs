using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>Reads manifests and configurations as Go's <c>encoding/json</c> does: names match in any case.</summary>
/// <remarks>
/// Linear in the length of the text. A text longer than its limit is rejected unread, and so is one that nests deeper
/// than <see cref="ImageStreamJsonOptions.DefaultMaxDepth"/>.
/// </remarks>
internal static class ManifestText
{
    private static readonly ImageStreamJsonOptions AsGo = new() { IgnoreCase = true, KeepUnknownFields = false };

    public static T ReadManifest<T>(ReadOnlySpan<byte> text)
        where T : class, IWireObject<T> =>
            Read<T>(text, Importing.Manifest.MaxLength, ImageFormatFailure.BadManifest, "manifest");

    public static ImageConfigDocument ReadConfig(ReadOnlySpan<byte> text) =>
        Read<ImageConfigDocument>(text, Importing.Manifest.MaxConfigLength, ImageFormatFailure.BadConfig, "configuration");

    public static ManifestDocuments.HistoryImage ReadLatestHistory(string text)
    {
        try
        {
            return ImageStreamJson.Deserialize<ManifestDocuments.HistoryImage>(text, AsGo);
        }
        catch (WireFormatException e)
        {
            throw ImageFormatErrors.UnreadableHistory(e);
        }
    }

    /// <summary>Reads the size in a history entry of schema 1; 0 when it cannot be read.</summary>
    public static long ReadSize(ManifestDocuments.HistoryEntry history)
    {
        try
        {
            return ImageStreamJson.Deserialize<ManifestDocuments.HistorySize>(history.V1Compatibility, AsGo).Size;
        }
        catch (WireFormatException)
        {
            return 0; // as OpenShift: a broken entry only matters where it describes the image
        }
    }

    private static T Read<T>(ReadOnlySpan<byte> text, int limit, ImageFormatFailure kind, string what)
        where T : class, IWireObject<T>
    {
        if (text.Length > limit)
        {
            throw ImageFormatErrors.TooLarge(what, text.Length, limit);
        }

        try
        {
            return ImageStreamJson.Deserialize<T>(text, AsGo);
        }
        catch (WireFormatException e)
        {
            throw ImageFormatErrors.Unreadable(kind, what, e);
        }
    }
}
