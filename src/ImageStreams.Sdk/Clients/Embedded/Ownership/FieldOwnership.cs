using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>Keeps the owners of fields, as far as answers of OpenShift depend on them.</summary>
/// <remarks>
/// <para>OpenShift records in <c>managedFields</c> which fields clients have set in an image stream that a client created;
/// not those that it writes itself, for tags and imports. Two answers depend on it: a write that changes nothing else makes
/// a new version, and a tag of such a stream cannot be updated through <c>imagetags</c>.</para>
/// <para>Here an entry lists groups of fields, such as all labels, and all clients are one manager. Its entries are in the
/// store, but hidden from readers; entries of other managers stay as they are.</para>
/// </remarks>
internal static class FieldOwnership
{
    private const string Manager = "imagestreams-embedded";
    private const string StatusSubresource = "status";

    /// <summary>Returns the metadata of a stream that a client creates, with the owner of its fields.</summary>
    public static ObjectMeta ForCreate(ObjectMeta metadata, ImageStream requested, Timestamp now) =>
        Set(metadata, current: null, OwnedFieldChanges.FindPresent(requested), subresource: null, now);

    /// <summary>Returns the metadata of a stream that a client updates; a stream without owners stays so.</summary>
    /// <param name="metadata">The metadata to be stored, with the owners so far.</param>
    /// <param name="requested">The stream as the client sent it.</param>
    /// <param name="before">The current stream.</param>
    /// <param name="isStatus">True for the <c>status</c> subresource.</param>
    /// <param name="now">The time.</param>
    public static ObjectMeta ForUpdate(
        ObjectMeta metadata, ImageStream requested, ImageStream before, bool isStatus, Timestamp now)
    {
        if (metadata.ManagedFields.IsEmpty)
        {
            return metadata;
        }

        var subresource = isStatus ? StatusSubresource : null;
        var current = metadata.ManagedFields.FirstOrDefault(entry => IsOurs(entry) && entry.Subresource == subresource);
        var recorded = current is null ? OwnedFields.None : OwnedFieldsText.Read(current.FieldsV1);
        var owned = recorded & OwnedFieldChanges.FindPresent(requested);
        var next = owned | OwnedFieldChanges.Find(before, requested, known: owned);
        return next == recorded ? metadata : Set(metadata, current, next, subresource, now);
    }

    /// <summary>Returns the metadata of an object with another owner than that of any stream.</summary>
    public static ObjectMeta Claim(ObjectMeta metadata) =>
        metadata with { ManagedFields = metadata.ManagedFields.Add(new ManagedFieldsEntry { Manager = Manager, Operation = "Update" }) };

    /// <summary>Determines whether a client asks for no owners, with one empty entry.</summary>
    public static bool IsReset(ObjectMeta requested) =>
        requested.ManagedFields is [var only] && only == new ManagedFieldsEntry();

    /// <summary>Returns the stream as a reader sees it.</summary>
    public static ImageStream Hide(ImageStream stream) => stream.Metadata.ManagedFields.Any(IsOurs)
        ? stream with
        {
            Metadata = stream.Metadata with
            {
                ManagedFields = stream.Metadata.ManagedFields.Where(entry => !IsOurs(entry)).ToValueList(),
            },
        }
        : stream;

    private static bool IsOurs(ManagedFieldsEntry entry) => entry.Manager == Manager;

    private static ObjectMeta Set(
        ObjectMeta metadata, ManagedFieldsEntry? current, OwnedFields fields, string? subresource, Timestamp now)
    {
        var others = metadata.ManagedFields.Where(entry => !ReferenceEquals(entry, current));
        ManagedFieldsEntry[] own = fields == OwnedFields.None ? [] : [CreateEntry(fields, subresource, now)];
        return metadata with { ManagedFields = others.Concat(own).ToValueList() };
    }

    private static ManagedFieldsEntry CreateEntry(OwnedFields fields, string? subresource, Timestamp now) => new()
    {
        Manager = Manager,
        Operation = "Update",
        ApiVersion = $"{ResourceNames.Group}/v1",
        Time = now,
        FieldsType = "FieldsV1",
        FieldsV1 = OwnedFieldsText.Write(fields),
        Subresource = subresource,
    };
}
