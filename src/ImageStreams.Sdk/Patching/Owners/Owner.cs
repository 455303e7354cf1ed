namespace ImageStreams.Patching;

/// <summary>An owner of fields: an entry of <c>managedFields</c> with its set of fields.</summary>
/// <param name="Entry">The entry; its <c>fieldsV1</c> may be older than the set.</param>
/// <param name="Fields">The fields.</param>
internal sealed record Owner(ManagedFieldsEntry Entry, FieldSet Fields)
{
    private readonly FieldSet _read = Fields;

    public bool IsApplier => Entry.Operation == FieldOwners.ApplyOperation;

    /// <summary>Determines whether this is the entry of a writer.</summary>
    public bool BelongsTo(FieldWriter writer, string operation) =>
        Entry.Manager == writer.Manager
        && Entry.Operation == operation
        && (Entry.Subresource ?? "") == writer.Subresource
        && (operation == FieldOwners.ApplyOperation || Entry.ApiVersion == writer.ApiVersion);

    /// <summary>Returns the owner without some fields; the same one when it has none of them.</summary>
    public Owner Without(FieldSet fields) =>
        Fields.Intersection(fields).IsEmpty ? this : this with { Fields = Fields.Difference(fields) };

    /// <summary>Returns the entry with the fields.</summary>
    public ManagedFieldsEntry ToEntry() =>
        ReferenceEquals(Fields, _read) && !Entry.FieldsV1.IsAbsent ? Entry : Entry with { FieldsV1 = Fields.ToFieldsV1() };

    /// <summary>Creates the owner of a writer, which has no time yet.</summary>
    public static Owner Create(FieldWriter writer, string operation, FieldSet fields) => new(
        new ManagedFieldsEntry
        {
            Manager = writer.Manager.Length == 0 ? FieldOwners.UnknownManager : writer.Manager,
            Operation = operation,
            ApiVersion = writer.ApiVersion,
            FieldsType = FieldOwners.FieldsType,
            Subresource = writer.Subresource.Length == 0 ? null : writer.Subresource,
        },
        fields);
}
