using ImageStreams.Collections;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>The edits of one kind that can be made, and those that cannot.</summary>
/// <typeparam name="TEdit">The type of the edits.</typeparam>
internal sealed class EditSelection<TEdit>
    where TEdit : class
{
    private readonly Func<IEnumerable<TEdit>, ValueList<FileChange>> _edit;
    private readonly List<TEdit> _made = [];
    private readonly Dictionary<TEdit, string> _refused = new(ReferenceEqualityComparer.Instance);

    private EditSelection(Func<IEnumerable<TEdit>, ValueList<FileChange>> edit) => _edit = edit;

    /// <summary>The edits that cannot be made, each with its reason, a sentence without the place.</summary>
    public IReadOnlyDictionary<TEdit, string> Refused => _refused;

    /// <summary>The changes of the files.</summary>
    public ValueList<FileChange> Changes { get; private set; }

    /// <summary>Makes edits: all at once and, where that fails, as many of a file as possible.</summary>
    /// <param name="edits">The edits.</param>
    /// <param name="findFile">Finds the file of an edit.</param>
    /// <param name="edit">Makes edits, or fails with <see cref="ManifestEditException"/>.</param>
    public static EditSelection<TEdit> Create(
        IEnumerable<TEdit> edits, Func<TEdit, ManifestFile> findFile, Func<IEnumerable<TEdit>, ValueList<FileChange>> edit)
    {
        var selection = new EditSelection<TEdit>(edit);
        var all = edits.ToValueList();
        if (selection.FindFailure(all) is not null)
        {
            foreach (var file in all.GroupBy(findFile, ReferenceEqualityComparer.Instance))
            {
                selection.Make([.. file]);
            }

            selection.FindFailure(selection._made);
        }

        return selection;
    }

    /// <summary>Halves the edits of a file until those that cannot be made are alone.</summary>
    private void Make(ValueList<TEdit> edits)
    {
        var made = new List<TEdit>();
        var open = new Stack<ValueList<TEdit>>([edits]);
        while (open.TryPop(out var next))
        {
            if (FindFailure([.. made, .. next]) is not { } failure)
            {
                made.AddRange(next);
            }
            else if (next.Count == 1)
            {
                _refused.Add(next[0], failure);
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
    private string? FindFailure(IEnumerable<TEdit> edits)
    {
        try
        {
            Changes = _edit(edits);
            return null;
        }
        catch (ManifestEditException e)
        {
            return RemovePlace(e);
        }
    }

    /// <summary>Removes the place from the beginning of a message, because it is shown before the edit.</summary>
    private static string RemovePlace(ManifestEditException error)
    {
        var place = $"{error.Place}: ";
        return error.Place is not null && error.Message.StartsWith(place, StringComparison.Ordinal) ? error.Message[place.Length..] : error.Message;
    }
}
