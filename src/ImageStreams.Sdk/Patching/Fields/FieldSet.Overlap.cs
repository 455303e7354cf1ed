namespace ImageStreams.Patching;

public sealed partial class FieldSet
{
    /// <summary>Returns the paths of this set that another set has as well, or has as a part of a whole, or has a part of.</summary>
    /// <remarks>
    /// A path that ends in both sets is in both. A value that one set has as a whole, such as a list with one owner, has everything
    /// that the other set has below it. An object or item that is only the parent of other paths is not a whole.
    /// </remarks>
    /// <param name="other">The other set.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public FieldSet GetOverlap(FieldSet other)
    {
        ArgumentNullException.ThrowIfNull(other);

        var overlap = new List<FieldSetEntry>();
        foreach (var mine in Entries)
        {
            var theirs = other.Find(mine.Element);
            if (!theirs.IsEmpty)
            {
                overlap.Add(GetOverlap(mine, theirs));
            }
        }

        return Create(overlap);
    }

    private static FieldSetEntry GetOverlap(FieldSetEntry mine, FieldSetEntry theirs) => IsWhole(mine) || IsWhole(theirs)
        ? mine
        : new FieldSetEntry(mine.Element, mine.IsMember && theirs.IsMember, mine.Children.GetOverlap(theirs.Children));

    private static bool IsWhole(FieldSetEntry entry) => entry.IsMember && entry.Children.IsEmpty;
}
