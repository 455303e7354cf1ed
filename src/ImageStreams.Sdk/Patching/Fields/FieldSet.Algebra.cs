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
        var mine = Entries;
        var theirs = other.Entries;
        while (!mine.IsEmpty || !theirs.IsEmpty)
        {
            var order = Compare(mine, theirs);
            if (order < 0)
            {
                Add(merged, mine[0], operation != FieldSetOperation.Intersection);
            }
            else if (order > 0)
            {
                Add(merged, theirs[0], operation == FieldSetOperation.Union);
            }
            else
            {
                var both = Combine(mine[0], theirs[0], operation);
                Add(merged, both, !both.IsEmpty);
            }

            mine = mine[(order <= 0 ? 1 : 0)..];
            theirs = theirs[(order >= 0 ? 1 : 0)..];
        }

        return FromSorted(merged);
    }

    private static int Compare(ReadOnlySpan<FieldSetEntry> left, ReadOnlySpan<FieldSetEntry> right)
    {
        if (left.IsEmpty)
        {
            return 1;
        }

        return right.IsEmpty ? -1 : left[0].Element.CompareTo(right[0].Element);
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
