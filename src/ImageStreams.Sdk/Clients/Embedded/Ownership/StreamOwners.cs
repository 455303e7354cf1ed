using ImageStreams.Collections;
using ImageStreams.Patching;

namespace ImageStreams.Clients;

/// <summary>Keeps the owners of a stream's fields, as far as clients write them.</summary>
/// <remarks>OpenShift does not keep them for what it writes itself: imports, pushes and tags.</remarks>
internal static class StreamOwners
{
    private const string StatusSubresource = "status";

    /// <summary>Returns the owners of a stream that a client creates.</summary>
    /// <param name="stream">The stream as it is to be stored, before its lifecycle.</param>
    /// <param name="requested">The entries that the client sent.</param>
    /// <param name="manager">The writer.</param>
    /// <param name="now">The time.</param>
    public static ValueList<ManagedFieldsEntry> ForCreate(
        ImageStream stream, ValueList<ManagedFieldsEntry> requested, string manager, Timestamp now)
    {
        var writer = CreateWriter(manager, StreamWriteKind.Spec);
        var entries = FieldOwners.Choose([], requested, writer);
        return FieldOwners.Update(live: null, ToTree(stream), entries, writer, now, ImageSchemas.Streams);
    }

    /// <summary>Returns the owners of a stream that a client changes.</summary>
    /// <param name="next">The stream as it is to be stored, before its lifecycle.</param>
    /// <param name="before">The current stream as a reader sees it.</param>
    /// <param name="requested">The entries that the client sent.</param>
    /// <param name="write">The write.</param>
    /// <param name="now">The time.</param>
    public static ValueList<ManagedFieldsEntry> ForUpdate(
        ImageStream next, ImageStream before, ValueList<ManagedFieldsEntry> requested, StreamWrite write, Timestamp now)
    {
        var writer = CreateWriter(write.Manager!, write.Kind);
        var current = before.Metadata.ManagedFields;
        var entries = FieldOwners.Choose(current, requested, writer);
        if (entries.IsEmpty)
        {
            return entries;
        }

        var (old, changed) = StreamDifference.Reduce(before, next);
        return FieldOwners.Update(ToTree(old), ToTree(changed), entries, writer, now, ImageSchemas.Streams);
    }

    /// <summary>Returns a stream with the former owners if nothing but their times has changed.</summary>
    public static ImageStream KeepTimes(ImageStream stream, ImageStream old)
    {
        var (next, before) = (stream.Metadata.ManagedFields, old.Metadata.ManagedFields);
        if (next == before || next.Count != before.Count || !next.All(entry => before.Any(other => AreSame(entry, other))))
        {
            return stream;
        }

        var unchanged = stream with { Metadata = stream.Metadata with { ManagedFields = before } };
        return unchanged == old ? unchanged : stream;
    }

    /// <summary>Creates the writer of a stream.</summary>
    public static FieldWriter CreateWriter(string manager, StreamWriteKind kind) => new()
    {
        Manager = manager,
        ApiVersion = ImageStream.GroupVersion,
        Subresource = kind == StreamWriteKind.Status ? StatusSubresource : "",
    };

    private static bool AreSame(ManagedFieldsEntry one, ManagedFieldsEntry other) => one with { Time = other.Time } == other;

    private static System.Text.Json.Nodes.JsonObject ToTree(ImageStream stream) => JsonDocumentTexts.ToTree(
        stream.Metadata.ManagedFields.IsEmpty ? stream : stream with { Metadata = stream.Metadata with { ManagedFields = default } });
}
