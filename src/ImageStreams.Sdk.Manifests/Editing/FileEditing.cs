namespace ImageStreams.Manifests;

/// <summary>Edits the documents of one file.</summary>
internal static class FileEditing
{
    /// <summary>Edits a file; null when nothing changes.</summary>
    /// <exception cref="ManifestEditException">An edit cannot be made.</exception>
    public static FileChange? Edit(ManifestFile file, IEnumerable<EditRequest> edits)
    {
        var documents = new List<EditedDocument>();
        var patches = new TextPatches();
        foreach (var group in edits.GroupBy(edit => edit.Tree))
        {
            var tree = EditTree.Create([.. group]);
            var plan = EditPlan.Create(group.Key, tree);
            documents.Add(new EditedDocument(group.Key, tree, plan.Touched));
            patches.AddRange(plan.Patches.ToSorted());
        }

        return Create(file, documents, patches.ToSorted());
    }

    private static FileChange? Create(ManifestFile file, List<EditedDocument> documents, List<TextPatch> patches)
    {
        var after = TextPatches.Apply(file.Text, patches);
        if (after == file.Text)
        {
            return null;
        }

        var mistake = after is null ? documents.Find(document => document.IsShared()) ?? documents[0] : FindMistake(file, documents, after);
        if (mistake is not null)
        {
            throw mistake.IsShared() ? EditErrors.Shared(mistake.Edits.Request) : EditErrors.NotSafe(mistake.Edits.Request);
        }

        return new FileChange(file, after!, patches);
    }

    private static EditedDocument? FindMistake(ManifestFile file, List<EditedDocument> documents, string after) =>
        new EditVerification(documents).FindMistake(file.Reading, after);
}
