using ImageStreams.Collections;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Makes every edit that can be made, and tells the others apart.</summary>
internal sealed class PossibleEdits
{
    private readonly List<ObjectEdit> _made = [];
    private readonly List<RefusedEdit> _refused = [];
    private readonly ManifestSet _manifests;

    private PossibleEdits(ManifestSet manifests) => _manifests = manifests;

    /// <summary>The edits that cannot be made, each with its reason.</summary>
    public ValueList<RefusedEdit> Refused => [.. _refused];

    /// <summary>The changes of the files.</summary>
    public ValueList<FileChange> Changes { get; private set; }

    /// <summary>Makes edits: all at once and, where that fails, as many of a file as possible.</summary>
    public static PossibleEdits Create(ManifestSet manifests, IEnumerable<ObjectEdit> edits)
    {
        var possible = new PossibleEdits(manifests);
        var all = edits.ToValueList();
        if (possible.FindFailure(all) is not null)
        {
            foreach (var file in all.GroupBy(edit => edit.Object.File, ReferenceEqualityComparer.Instance))
            {
                possible.Make([.. file]);
            }

            possible.FindFailure(possible._made);
        }

        return possible;
    }

    /// <summary>Halves the edits of a file until those that cannot be made are alone.</summary>
    private void Make(ValueList<ObjectEdit> edits)
    {
        var made = new List<ObjectEdit>();
        var open = new Stack<ValueList<ObjectEdit>>([edits]);
        while (open.TryPop(out var next))
        {
            if (FindFailure([.. made, .. next]) is not { } failure)
            {
                made.AddRange(next);
            }
            else if (next.Count == 1)
            {
                _refused.Add(new RefusedEdit(next[0], failure));
            }
            else
            {
                open.Push([.. next.Skip(next.Count / 2)]);
                open.Push([.. next.Take(next.Count / 2)]);
            }
        }

        _made.AddRange(made);
    }

    /// <summary>Makes edits; returns the reason why one of them cannot be made.</summary>
    private string? FindFailure(IEnumerable<ObjectEdit> edits)
    {
        try
        {
            Changes = _manifests.Edit(edits);
            return null;
        }
        catch (ManifestEditException e)
        {
            return e.Message;
        }
    }
}
