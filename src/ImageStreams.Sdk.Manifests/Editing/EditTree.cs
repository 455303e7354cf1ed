namespace ImageStreams.Manifests;

/// <summary>Sorts the edits of one document by their paths, and refuses those that overlap.</summary>
internal static class EditTree
{
    /// <summary>The maximum number of steps of a path; no text is nested deeper.</summary>
    private const int MaxSteps = 512;

    public static EditNode Create(IReadOnlyList<EditRequest> requests)
    {
        var root = new EditNode(requests[0]);
        foreach (var request in requests)
        {
            Add(root, request);
        }

        return root;
    }

    private static void Add(EditNode root, EditRequest request)
    {
        var steps = ReadSteps(request);
        if (request.Edit is ManifestEdit.Insertion insertion && FindPosition(insertion, steps) is { } position)
        {
            var list = Walk(root, steps, request);
            list.Insertions.Add(new EditInsertion(position, EditValue.Read(request, insertion.Value), request));
            return;
        }

        var node = Walk(root, steps, request);
        if (node.HasChildren)
        {
            throw EditErrors.Overlap(request);
        }

        SetEdit(node, request);
    }

    private static void SetEdit(EditNode node, EditRequest request)
    {
        switch (request.Edit)
        {
            case ManifestEdit.Assignment assignment:
                node.Value = EditValue.Read(request, assignment.Value);
                break;
            case ManifestEdit.Insertion insertion:
                node.Value = EditValue.Read(request, insertion.Value);
                node.IsInsertion = true;
                break;
            default:
                node.IsRemoval = true;
                break;
        }
    }

    /// <summary>Finds the index of an insertion into a list; the last step of its path is taken away when it is that index.</summary>
    private static Index? FindPosition(ManifestEdit.Insertion insertion, List<TextPathStep> steps)
    {
        if (insertion.Index is { } index)
        {
            return index;
        }

        if (steps is not [.., { Key: null } last])
        {
            return null;
        }

        steps.RemoveAt(steps.Count - 1);
        return last.Index;
    }

    private static EditNode Walk(EditNode root, List<TextPathStep> steps, EditRequest request)
    {
        var node = root;
        foreach (var step in steps)
        {
            node = node.IsEdited ? throw EditErrors.Overlap(request) : node.GetOrAdd(step, request);
        }

        return node.IsEdited ? throw EditErrors.Overlap(request) : node;
    }

    private static List<TextPathStep> ReadSteps(EditRequest request)
    {
        var steps = new List<TextPathStep>();
        foreach (var path in (string[])[request.BasePath, request.Edit.Path])
        {
            var reader = new TextPathReader(path);
            while (reader.MoveNext() && steps.Count < MaxSteps)
            {
                steps.Add(reader.Current);
            }

            if (reader.Rest.Length > 0)
            {
                throw EditErrors.InvalidPath(request);
            }
        }

        return steps;
    }
}
