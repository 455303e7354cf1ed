using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Patching;

namespace ImageStreams.Clients;

/// <summary>Keeps the owners of an image's fields at the writes of clients.</summary>
/// <remarks>Images that are pushed or imported have no owners, until one is applied.</remarks>
internal static class ImageOwners
{
    /// <summary>Returns the owners of an image that a client creates.</summary>
    /// <param name="image">The image as it will be stored.</param>
    /// <param name="requested">The owners that the client sent.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="now">The time.</param>
    public static ValueList<ManagedFieldsEntry> ForCreate(
        Image image, ValueList<ManagedFieldsEntry> requested, WriteOptions? options, Timestamp now)
    {
        var writer = CreateWriter(options);
        var entries = FieldOwners.Choose([], requested, writer);
        return FieldOwners.Update(live: null, ToTree(image), entries, writer, now, ImageSchemas.Images);
    }

    /// <summary>Returns the owners after an update or a patch that is no apply.</summary>
    /// <param name="next">The image as it will be stored.</param>
    /// <param name="old">The image as it is stored.</param>
    /// <param name="requested">The owners that the client sent.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="now">The time.</param>
    public static ValueList<ManagedFieldsEntry> ForUpdate(
        Image next, Image old, ValueList<ManagedFieldsEntry> requested, WriteOptions? options, Timestamp now)
    {
        var writer = CreateWriter(options);
        var entries = FieldOwners.Choose(old.Metadata.ManagedFields, requested, writer);
        return entries.IsEmpty
            ? default
            : FieldOwners.Update(ToTree(old), ToTree(next), entries, writer, now, ImageSchemas.Images);
    }

    private static FieldWriter CreateWriter(WriteOptions? options)
    {
        var write = StreamWrite.ByClient(StreamWriteKind.Spec, options);
        return StreamOwners.CreateWriter(write.Manager!, write.Kind);
    }

    private static JsonObject ToTree(Image image) => JsonDocumentTexts.ToTree(image with
    {
        Kind = null,
        ApiVersion = null,
        Metadata = image.Metadata with { ManagedFields = default },
    });
}
