namespace ImageStreams.Patching;

/// <summary>A step below the path of a <see cref="FieldSet"/>.</summary>
/// <param name="Element">The step.</param>
/// <param name="IsMember">True when the path with this step is in the set.</param>
/// <param name="Children">The paths that go on; empty for none.</param>
internal readonly record struct FieldSetEntry(FieldElement Element, bool IsMember, FieldSet Children)
{
    public bool IsEmpty => !IsMember && Children.IsEmpty;
}
