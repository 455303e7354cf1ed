using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <content>Edits that keep every other byte.</content>
public sealed partial class ManifestSet
{
    /// <summary>Edits objects in the texts of their files. The set and the files stay as they are.</summary>
    /// <remarks>
    /// <para>Every path is that of the object as it was loaded, whatever the other edits do. Comments, order, quotes, indentation and
    /// line ends stay; what is new is written as the text around it. A comment directly above an entry that is removed, in the
    /// same column, is removed with it; that above the first entry of a document stays.</para>
    /// <para>A value behind an anchor is edited only when the edits mean all values that share it; a value that replaces an alias, or
    /// a field beside a merge key, changes no other. Every edited text is read again, and must be the object that the same edits of
    /// its JSON give.</para>
    /// <para>In a template the texts are those with parameters, not what they stand for.</para>
    /// </remarks>
    /// <param name="edits">The edits of objects of this set, in any order.</param>
    /// <returns>The files that change, in the order of <see cref="Files"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="edits"/> is null or contains null.</exception>
    /// <exception cref="ArgumentException">An object is not of this set.</exception>
    /// <exception cref="ManifestEditException">An edit cannot be made.</exception>
    public ValueList<FileChange> Edit(IEnumerable<ObjectEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        var list = edits.ToList();
        var files = new HashSet<ManifestFile>(Files, ReferenceEqualityComparer.Instance);
        foreach (var edit in list)
        {
            ArgumentNullException.ThrowIfNull(edit, nameof(edits));
            if (!files.Contains(edit.Object.File))
            {
                throw new ArgumentException($"{edit.Object} is not an object of this set.", nameof(edits));
            }
        }

        var byFile = list.ToLookup(edit => edit.Object.File, ReferenceEqualityComparer.Instance);
        return Files.Where(byFile.Contains)
            .Select(file => FileEditing.Edit(file, byFile[file].Select(EditRequest.Create)))
            .OfType<FileChange>()
            .ToValueList();
    }
}
