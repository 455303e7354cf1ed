using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>Creates instances of <see cref="ImageFormatException"/>.</summary>
internal static class ImageFormatErrors
{
    private const int MaxExcerpt = 80;

    public static ImageFormatException Unreadable(ImageFormatFailure kind, string what, WireFormatException e) =>
        new(kind, $"The {what} cannot be read. {e.Message}", e.Path ?? "$", e);

    /// <summary>Creates the error for JSON that is a text in a field of other JSON.</summary>
    public static ImageFormatException UnreadableHistory(WireFormatException e) => new(
        ImageFormatFailure.BadManifest,
        $"The newest history entry of the manifest cannot be read. {e.Message}",
        FirstHistory + (e.Path ?? "$")[1..],
        e);

    public static ImageFormatException NoTime(ImageFormatFailure kind, string what, string path, string text) => new(
        kind, $"The {what} has no time at {path}: '{Excerpt(text)}' is not an RFC 3339 time such as 2023-11-14T22:13:20Z.", path);

    public static ImageFormatException EmptyConfig() =>
        new(ImageFormatFailure.EmptyConfig, "A manifest of schema 2 needs its configuration, and there is none.");

    public static ImageFormatException MismatchedHistory(int history, int layers) => new(
        ImageFormatFailure.MismatchedHistory, $"The manifest has {history} history entries for {layers} layers.", "$.history");

    public static ImageFormatException NoHistory() =>
        new(ImageFormatFailure.NoHistory, "The manifest of schema 1 has no history, which would hold the configuration.", "$.history");

    public static ImageFormatException UnknownSchema(long version) => new(
        ImageFormatFailure.UnknownSchema, $"The manifest is of schema {version}; 1 and 2 are known.", "$.schemaVersion");

    public static ImageFormatException NoManifests() =>
        new(ImageFormatFailure.NoManifests, "The index has no manifests, so none can be chosen.", "$.manifests");

    public static ImageFormatException OnlyAttestations(int count) => new(
        ImageFormatFailure.NoImages,
        $"The index has no image: {(count == 1 ? "its manifest is an attestation" : $"its {count} manifests are attestations")}.",
        "$.manifests");

    public static ImageFormatException NestedTooDeep(int limit) => new(
        ImageFormatFailure.NestedTooDeep, $"The index has indexes inside of indexes more than {limit} deep.", "$.manifests");

    public static ImageFormatException TooManyIndexes(int limit) => new(
        ImageFormatFailure.TooLarge, $"The index has more than {limit} indexes inside.", "$.manifests");

    public static ImageFormatException Contradiction(string served, string own) => new(
        ImageFormatFailure.MediaTypeMismatch, $"The manifest says it is '{Excerpt(own)}', but was served as '{Excerpt(served)}'.", "$.mediaType");

    public static ImageFormatException Ambiguous(string mediaType, string field) => new(
        ImageFormatFailure.MediaTypeMismatch, $"A manifest of type '{mediaType}' has no field '{field}'.", "$." + field);

    public static ImageFormatException Unsupported(string? mediaType) => new(
        ImageFormatFailure.UnsupportedMediaType, $"Content of media type '{Excerpt(mediaType ?? "")}' is not a manifest of one image.");

    public static ImageFormatException NotAnIndex() =>
        new(ImageFormatFailure.UnsupportedMediaType, "The content is the manifest of one image, not an index.");

    public static ImageFormatException BadDigest(string what, string text, string path) => new(
        ImageFormatFailure.BadDigest, $"The {what} is no digest: '{Excerpt(text)}'.", path);

    public static ImageFormatException DigestMismatch(string what, Digest expected, Digest actual) => new(
        ImageFormatFailure.DigestMismatch, $"The {what} has the digest {actual}, but {expected} was requested.");

    public static ImageFormatException TooLarge(string what, int length, int limit) => new(
        ImageFormatFailure.TooLarge, $"The {what} has {length} bytes; at most {limit} are read.");

    public static ImageFormatException ImportTooLarge(long limit) => new(
        ImageFormatFailure.TooLarge,
        $"The manifests and configurations of the import have more than {limit} bytes in sum, which is the limit: import fewer "
        + "tags at a time.");

    public static ImageFormatException TooManyImages(int count, int limit) => new(
        ImageFormatFailure.TooLarge, $"The index has {count} images; at most {limit} are fetched.", "$.manifests");

    public static ImageFormatException IndexTooLarge(int limit) => new(
        ImageFormatFailure.TooLarge,
        $"The images of the index have more than {limit} bytes of manifests and configurations.",
        "$.manifests");

    public static ImageFormatException NoPlatform() => new(
        ImageFormatFailure.BadManifest, "The index does not name a platform for each image; it may contain another index.", "$.manifests");

    public static ImageFormatException BadSignature(string sentence, string path) =>
        new(ImageFormatFailure.BadManifest, sentence, path);

    private const string FirstHistory = "$.history[0].v1Compatibility";

    private static string Excerpt(string text) => PrintableText.Escape(text, MaxExcerpt);
}
