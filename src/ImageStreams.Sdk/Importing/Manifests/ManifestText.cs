using ImageStreams.Serialization;
using Kind = ImageStreams.Importing.ImageFormatErrorKind;

namespace ImageStreams.Importing;

/// <summary>Reads manifests and configurations as Go's <c>encoding/json</c> does: names match in any case.</summary>
/// <remarks>
/// Linear in the length of the text. A text longer than its limit is refused unread, and so is one that nests deeper
/// than <see cref="ImageStreamJsonOptions.DefaultMaxDepth"/>.
/// </remarks>
internal static class ManifestText
{
    private static readonly ImageStreamJsonOptions AsGo = new() { IgnoreCase = true, KeepUnknownFields = false };

    public static T Manifest<T>(ReadOnlySpan<byte> text)
        where T : class, IWireObject<T> => Read<T>(text, Importing.Manifest.MaxLength, Kind.BadManifest, "manifest");

    public static ImageConfigDocument Config(ReadOnlySpan<byte> text) =>
        Read<ImageConfigDocument>(text, Importing.Manifest.MaxConfigLength, Kind.BadConfig, "configuration");

    public static FsHistoryImage NewestHistory(string text)
    {
        try
        {
            return ImageStreamJson.Deserialize<FsHistoryImage>(text, AsGo);
        }
        catch (WireFormatException e)
        {
            throw ImageErrors.UnreadableHistory(e);
        }
    }

    /// <summary>The size that a history entry of schema 1 names; 0 when it cannot be read.</summary>
    public static long SizeOf(FsHistory history)
    {
        try
        {
            return ImageStreamJson.Deserialize<FsHistorySize>(history.V1Compatibility, AsGo).Size;
        }
        catch (WireFormatException)
        {
            return 0; // as OpenShift: a broken entry only matters where it describes the image
        }
    }

    private static T Read<T>(ReadOnlySpan<byte> text, int limit, Kind kind, string what)
        where T : class, IWireObject<T>
    {
        if (text.Length > limit)
        {
            throw ImageErrors.TooLarge(what, text.Length, limit);
        }

        try
        {
            return ImageStreamJson.Deserialize<T>(text, AsGo);
        }
        catch (WireFormatException e)
        {
            throw ImageErrors.Unreadable(kind, what, e);
        }
    }
}
