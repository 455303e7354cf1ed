namespace ImageStreams.Patching;

/// <summary>The differences between two objects, as paths.</summary>
/// <param name="Added">The fields that only the next object has.</param>
/// <param name="Modified">The fields with another value.</param>
/// <param name="Removed">The fields that only the former object has.</param>
internal readonly record struct FieldChanges(FieldSet Added, FieldSet Modified, FieldSet Removed)
{
    public static FieldChanges None => new(FieldSet.Empty, FieldSet.Empty, FieldSet.Empty);

    public bool IsEmpty => Added.IsEmpty && Modified.IsEmpty && Removed.IsEmpty;

    /// <summary>The fields that a writer of the next object sets.</summary>
    public FieldSet Set => Added.Union(Modified);
}
