namespace ImageStreams.Patching;

/// <summary>An owner of fields: an entry of <c>managedFields</c> with its set of fields.</summary>
/// <remarks>The set is read as far as it is looked up and changed; the rest stays text.</remarks>
internal sealed class Owner
{
    private FieldSet? _fields;

    private Owner(ManagedFieldsEntry entry, FieldSet? fields, bool isChanged)
    {
        (Entry, _fields, IsChanged) = (entry, fields, isChanged);
    }

    /// <summary>The entry; its <c>fieldsV1</c> may be older than the set.</summary>
    public ManagedFieldsEntry Entry { get; }

    /// <summary>The fields.</summary>
    public FieldSet Fields => _fields ??= FieldSet.FromStored(Entry.FieldsV1);

    /// <summary>Gets a value indicating whether the set is another one than that of the entry.</summary>
    private bool IsChanged { get; }

    /// <summary>Gets a value indicating whether there is no field.</summary>
    public bool IsEmpty => _fields?.IsEmpty ?? Entry.FieldsV1.Utf8.Length <= "{}".Length;

    public bool IsApplier => Entry.Operation == FieldOwners.ApplyOperation;

    /// <summary>Creates the owner of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="fields">Its fields, where they are read already.</param>
    public static Owner FromEntry(ManagedFieldsEntry entry, FieldSet? fields = null) => new(entry, fields, isChanged: false);

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
        fields,
        isChanged: true);

    /// <summary>Returns those of some fields that the owner has.</summary>
    public FieldSet Find(FieldSet wanted) => Fields.Intersection(wanted);

    /// <summary>Returns the owner without some fields; the same one when it has none of them.</summary>
    public Owner Without(FieldSet fields) => fields.IsEmpty || Find(fields).IsEmpty ? this : WithFields(Fields.Difference(fields));

    /// <summary>Returns the owner with more fields; the same one when it has all of them.</summary>
    public Owner With(FieldSet fields) => fields.IsEmpty || Find(fields).Equals(fields) ? this : WithFields(Fields.Union(fields));

    /// <summary>Returns the owner with other fields.</summary>
    public Owner WithFields(FieldSet fields) => new(Entry, fields, isChanged: true);

    /// <summary>Returns the owner at another time.</summary>
    public Owner At(Timestamp time) => new(Entry with { Time = time }, _fields, IsChanged);

    /// <summary>Returns the owner with another entry for its fields.</summary>
    public Owner As(ManagedFieldsEntry entry) => new(entry, Fields, isChanged: true);

    /// <summary>Returns the entry with the fields.</summary>
    public ManagedFieldsEntry ToEntry() => IsChanged ? Entry with { FieldsV1 = Fields.ToFieldsV1() } : Entry;
}
