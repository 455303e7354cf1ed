namespace ImageStreams.Patching;

/// <summary>Collects the differences below a path.</summary>
internal sealed class FieldChangesBuilder
{
    private readonly List<FieldSetEntry> _added = [];
    private readonly List<FieldSetEntry> _modified = [];
    private readonly List<FieldSetEntry> _removed = [];

    /// <summary>Adds a step.</summary>
    /// <param name="element">The step.</param>
    /// <param name="change">The change of its value itself.</param>
    /// <param name="below">The changes below it.</param>
    public void Add(FieldElement element, FieldChange change, FieldChanges below)
    {
        Add(_added, element, change == FieldChange.Added, below.Added);
        Add(_modified, element, change == FieldChange.Modified, below.Modified);
        Add(_removed, element, change == FieldChange.Removed, below.Removed);
    }

    public FieldChanges ToChanges() => new(FieldSet.Create(_added), FieldSet.Create(_modified), FieldSet.Create(_removed));

    private static void Add(List<FieldSetEntry> entries, FieldElement element, bool isMember, FieldSet below)
    {
        if (isMember || !below.IsEmpty)
        {
            entries.Add(new FieldSetEntry(element, isMember, below));
        }
    }
}
