namespace ImageStreams.Manifests;

/// <summary>Collects the edits of the image names of one file.</summary>
internal sealed class MentionChanges
{
    private readonly HashSet<TextPatch> _patches = [];
    private readonly List<EditRequest> _requests = [];

    /// <summary>Adds a patch; the same one twice counts once, because two names may have one text.</summary>
    public void Add(TextPatch patch) => _patches.Add(patch);

    public void Add(EditRequest request) => _requests.Add(request);

    /// <summary>Sorts the patches by their places.</summary>
    /// <exception cref="ManifestEditException">A field cannot be edited.</exception>
    public List<TextPatch> ToSorted()
    {
        var patches = new TextPatches();
        patches.AddRange(_patches.Where(patch => patch.End > patch.Start || patch.Text.Length > 0));
        foreach (var group in _requests.GroupBy(request => request.Tree))
        {
            patches.AddRange(EditPlan.Create(group.Key, EditTree.Create([.. group])).Patches.ToSorted());
        }

        return patches.ToSorted();
    }
}
