namespace ImageStreams.Clients;

/// <summary>The annotation of an image that is about to be removed, for writers in other processes.</summary>
/// <remarks>
/// <code>
///   removal: mark ──▶ list the streams ──▶ delete the marked version, unless a stream names it
///   writer:  find or add the image ──▶ write the stream ──▶ find it again: take the mark away, or add it anew
/// </code>
/// A mark that comes after the writer's second look comes after its stream, too, so the removal finds the image named. A mark
/// that comes before is taken away, which is another version, so the deletion fails; or the deletion was first, and the
/// image is added anew. A mark that a process leaves behind when it dies removes nothing.
/// </remarks>
internal static class RemovalMark
{
    private const string AnnotationName = "imagestreams.sdk/removing";

    public static bool IsOn(Image image) => image.Metadata.Annotations.ContainsKey(AnnotationName);

    public static Image PutOn(Image image) =>
        image with { Metadata = image.Metadata with { Annotations = image.Metadata.Annotations.Set(AnnotationName, "true") } };

    public static Image TakeOff(Image image) => IsOn(image)
        ? image with { Metadata = image.Metadata with { Annotations = image.Metadata.Annotations.Remove(AnnotationName) } }
        : image;
}
