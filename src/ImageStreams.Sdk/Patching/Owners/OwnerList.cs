using ImageStreams.Collections;

namespace ImageStreams.Patching;

/// <summary>The owners of an object's fields, while they change.</summary>
internal sealed class OwnerList
{
    private List<Owner> _owners;

    private OwnerList(List<Owner> owners) => _owners = owners;

    public bool IsEmpty => _owners.Count == 0;

    public IReadOnlyList<Owner> Owners => _owners;

    /// <summary>Reads the entries of a request; null when one of them is not valid.</summary>
    public static OwnerList? Find(ValueList<ManagedFieldsEntry> entries)
    {
        var owners = new List<Owner>(entries.Count);
        foreach (var entry in entries)
        {
            if (!IsValid(entry) || !FieldSet.TryParse(entry.FieldsV1, out var fields))
            {
                return null;
            }

            owners.Add(Owner.FromEntry(entry, fields));
        }

        return Create(owners);
    }

    /// <summary>Reads the entries of a stored object; none when one of them is not valid.</summary>
    public static OwnerList Read(ValueList<ManagedFieldsEntry> entries) =>
        Create(entries.All(IsValid) ? entries.Select(entry => Owner.FromEntry(entry)) : []);

    public Owner? Find(FieldWriter writer, string operation)
    {
        var identity = OwnerIdentity.FromEntry(Owner.Create(writer, operation, FieldSet.Empty).Entry);
        return _owners.Find(owner => OwnerIdentity.FromEntry(owner.Entry) == identity);
    }

    /// <summary>Takes fields from all owners, except from one; those that have none left are gone.</summary>
    public void Take(FieldSet fields, Owner? except = null)
    {
        if (!fields.IsEmpty)
        {
            _owners = _owners.ConvertAll(owner => ReferenceEquals(owner, except) ? owner : owner.Without(fields));
        }

        _owners.RemoveAll(owner => owner.IsEmpty);
    }

    /// <summary>Puts an owner in the place of another one, or at the end.</summary>
    public void Replace(Owner? former, Owner owner)
    {
        Remove(former);
        if (!owner.IsEmpty)
        {
            _owners.Add(owner);
        }
    }

    /// <summary>Removes an owner, if there is one.</summary>
    public void Remove(Owner? former) => _owners.RemoveAll(other => ReferenceEquals(other, former));

    /// <summary>The union of all fields.</summary>
    public FieldSet GetFields() => _owners.Aggregate(FieldSet.Empty, (fields, owner) => fields.Union(owner.Fields));

    /// <summary>Returns the entries in the order of the API server: appliers first, then by time and by name.</summary>
    public ValueList<ManagedFieldsEntry> ToEntries() => _owners
        .Select(owner => owner.ToEntry())
        .OrderBy(entry => entry.Operation, StringComparer.Ordinal)
        .ThenBy(entry => entry.Time.GetValueOrDefault())
        .ThenBy(entry => entry.Manager, StringComparer.Ordinal)
        .ThenBy(entry => entry.ApiVersion, StringComparer.Ordinal)
        .ThenBy(entry => entry.Subresource, StringComparer.Ordinal)
        .ToValueList();

    /// <summary>Returns the entries in the same order, with the canonical text of each set.</summary>
    public ValueList<ManagedFieldsEntry> ToCanonicalEntries() => _owners
        .Select(owner => owner.Entry with { FieldsV1 = owner.Fields.ToFieldsV1() })
        .ToValueList();

    // Of two entries for one owner, the last counts, as in the API server.
    private static OwnerList Create(IEnumerable<Owner> owners)
    {
        var last = new OrderedDictionary<OwnerIdentity, Owner>();
        foreach (var owner in owners)
        {
            last[OwnerIdentity.FromEntry(owner.Entry)] = owner;
        }

        return new([.. last.Values]);
    }

    private static bool IsValid(ManagedFieldsEntry entry) =>
        entry.Operation is FieldOwners.ApplyOperation or FieldOwners.UpdateOperation
        && !string.IsNullOrEmpty(entry.ApiVersion)
        && entry.FieldsType == FieldOwners.FieldsType;
}
