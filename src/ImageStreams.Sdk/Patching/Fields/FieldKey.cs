namespace ImageStreams.Patching;

/// <summary>A key of an item, with its value.</summary>
internal readonly record struct FieldKey(string Name, FieldScalar Value) : IComparable<FieldKey>
{
    public int CompareTo(FieldKey other)
    {
        var names = string.CompareOrdinal(Name, other.Name);
        return names != 0 ? names : Value.CompareTo(other.Value);
    }
}
