using System.Text;
using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>The edits of one document as a tree by their paths: the edit of a value, or those of what is in it.</summary>
internal sealed class EditNode(EditRequest request)
{
    /// <summary>The edit, or the first of those in the value; for errors.</summary>
    public EditRequest Request { get; } = request;

    /// <summary>The edits of the entries of an object.</summary>
    public Dictionary<string, EditNode> Entries { get; } = new(StringComparer.Ordinal);

    /// <summary>The edits of the items of a list.</summary>
    public SortedDictionary<int, EditNode> Items { get; } = [];

    /// <summary>The items that are inserted into a list, in the order of the edits.</summary>
    public List<EditInsertion> Insertions { get; } = [];

    /// <summary>The value that is set or inserted here; null otherwise.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>Gets or sets a value indicating whether there must be no value yet.</summary>
    public bool IsInsertion { get; set; }

    /// <summary>Gets or sets a value indicating whether the value is removed.</summary>
    public bool IsRemoval { get; set; }

    /// <summary>Gets a value indicating whether the value itself is edited.</summary>
    public bool IsEdited => Value is not null || IsRemoval;

    /// <summary>Gets a value indicating whether something in the value is edited.</summary>
    public bool HasChildren => Entries.Count > 0 || Items.Count > 0 || Insertions.Count > 0;

    /// <summary>Gets the edit of a child, which is added when there is none yet.</summary>
    public EditNode GetOrAdd(TextPathStep step, EditRequest request)
    {
        var child = step.Key is null ? Items.GetValueOrDefault(step.Index) : Entries.GetValueOrDefault(step.Key);
        if (child is null)
        {
            child = new EditNode(request);
            _ = step.Key is null ? Items.TryAdd(step.Index, child) : Entries.TryAdd(step.Key, child);
        }

        return child;
    }

    /// <summary>Formats the edits, so that equal edits have equal texts.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        var remaining = new Stack<(string Step, EditNode Node)>();
        remaining.Push(("", this));
        while (remaining.TryPop(out var next))
        {
            text.Append(next.Step).Append(next.Node.IsRemoval ? " removed" : next.Node.Value?.GetRawText()).Append('\n');
            foreach (var insertion in next.Node.Insertions)
            {
                text.Append('+').Append(insertion.Position).Append(insertion.Value.GetRawText()).Append('\n');
            }

            PushChildren(next.Node, next.Step, remaining);
        }

        return text.ToString();
    }

    private static void PushChildren(EditNode node, string step, Stack<(string Step, EditNode Node)> remaining)
    {
        foreach (var (index, child) in node.Items)
        {
            remaining.Push(($"{step}[{index}]", child));
        }

        foreach (var (key, child) in node.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            remaining.Push(($"{step}.{key}", child));
        }
    }
}
