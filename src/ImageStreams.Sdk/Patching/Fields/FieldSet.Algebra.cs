namespace ImageStreams.Patching;

public sealed partial class FieldSet
{
    /// <summary>Returns the paths that are in this set, in the other one or in both.</summary>
    /// <param name="other">The other set.</param>
    public FieldSet Union(FieldSet other)
    {
        ArgumentNullException.ThrowIfNull(other);

        return (IsEmpty, other.IsEmpty) switch
        {
            (_, true) => this,
            (true, _) => other,
            _ => Combine(other, FieldSetOperation.Union),
        };
    }

    /// <summary>Returns the paths that are in both sets.</summary>
    /// <param name="other">The other set.</param>
    public FieldSet Intersection(FieldSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsEmpty || other.IsEmpty ? Empty : Combine(other, FieldSetOperation.Intersection);
    }

    /// <summary>Returns the paths that are in this set and not in the other one; paths below those of the other one stay.</summary>
    /// <param name="other">The other set.</param>
    public FieldSet Difference(FieldSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsEmpty || other.IsEmpty ? this : Combine(other, FieldSetOperation.Difference);
    }

    /// <summary>Merges the steps of both sets, which are in the same order.</summary>
    private FieldSet Combine(FieldSet other, FieldSetOperation operation)
    {
        var merged = new List<FieldSetEntry>();
        var (left, right) = (0, 0);
        while (left < _entries.Length || right < other._entries.Length)
        {
            var order = Compare(left, other, right);
            if (order < 0)
            {
                Add(merged, _entries[left++], operation != FieldSetOperation.Intersection);
            }
            else if (order > 0)
            {
                Add(merged, other._entries[right++], operation == FieldSetOperation.Union);
            }
            else
            {
                var both = Combine(_entries[left++], other._entries[right++], operation);
                Add(merged, both, !both.IsEmpty);
            }
        }

        return FromSorted(merged);
    }

    private int Compare(int left, FieldSet other, int right)
    {
        if (left == _entries.Length)
        {
            return 1;
        }

        return right == other._entries.Length ? -1 : _entries[left].Element.CompareTo(other._entries[right].Element);
    }

    private static void Add(List<FieldSetEntry> merged, FieldSetEntry entry, bool isWanted)
    {
        if (isWanted)
        {
            merged.Add(entry);
        }
    }

    private static FieldSetEntry Combine(FieldSetEntry left, FieldSetEntry right, FieldSetOperation operation) => operation switch
    {
        FieldSetOperation.Union =>
            left with { IsMember = left.IsMember || right.IsMember, Children = left.Children.Union(right.Children) },
        FieldSetOperation.Intersection =>
            left with { IsMember = left.IsMember && right.IsMember, Children = left.Children.Intersection(right.Children) },
        _ => left with { IsMember = left.IsMember && !right.IsMember, Children = left.Children.Difference(right.Children) },
    };
}
