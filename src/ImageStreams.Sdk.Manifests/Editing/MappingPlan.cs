using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>Finds what edits do to the entries of one mapping.</summary>
internal sealed class MappingPlan(EditPlan plan, EditContext context, ContainerEdit container)
{
    private ILookup<string, int>? _indexes;

    private TextTree Tree => context.Tree;

    public void Visit(EditNode edits)
    {
        if (edits.Items.Count + edits.Insertions.Count > 0)
        {
            throw EditErrors.TypeMismatch(edits.Request);
        }

        var own = FindOwn();
        foreach (var (key, child) in edits.Entries)
        {
            if (own.TryGetValue(key, out var node))
            {
                EditOwn(key, node, child);
            }
            else
            {
                EditOther(key, child);
            }
        }
    }

    /// <summary>Finds the entries by their keys, without those of merge keys.</summary>
    private Dictionary<string, int> FindOwn()
    {
        var own = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var child in Tree.GetChildren(container.Node))
        {
            if (!Tree.Nodes[child].Has(TextNodeFlags.Merge))
            {
                own[Tree.GetKey(child)] = child;
            }
        }

        return own;
    }

    private void EditOwn(string key, int node, EditNode child)
    {
        if (child.IsInsertion)
        {
            throw EditErrors.AlreadyExists(child.Request);
        }

        if (child.IsRemoval)
        {
            Remove(key);
        }
        else if (child.Value is { } value)
        {
            plan.Replace(node, FindSlot(node), value, container.Depth + 1);
        }
        else
        {
            plan.Push(new EditStep(child, node, FindSlot(node), container.Depth + 1));
        }
    }

    /// <summary>Adds a field, edits in one that comes from a merge key, or refuses to remove it.</summary>
    private void EditOther(string key, EditNode child)
    {
        var merged = Tree.Nodes[container.Node].Has(TextNodeFlags.HasMerge) ? Tree.FindEntry(container.Node, key) : -1;
        if (merged >= 0 && !child.IsEdited)
        {
            plan.Push(new EditStep(child, merged, FindSlot(merged), container.Depth + 1));
            return;
        }

        Require(child, merged >= 0);
        Add(key, child.Value ?? JsonEditing.Create(child));
    }

    private static void Require(EditNode child, bool isMerged)
    {
        if (child.IsRemoval)
        {
            throw isMerged ? EditErrors.Shared(child.Request) : EditErrors.NotFound(child.Request);
        }

        if (child.IsInsertion && isMerged)
        {
            throw EditErrors.AlreadyExists(child.Request);
        }
    }

    private void Add(string key, JsonElement value) => container.Add(new ContainerAddition(container.Children.Count, key, value));

    /// <summary>Removes an entry with those of the same key that it shadows.</summary>
    private void Remove(string key)
    {
        _indexes ??= FindIndexes();
        foreach (var index in _indexes[key])
        {
            container.Remove(index);
            plan.Touch(container.Children[index]);
        }
    }

    /// <summary>Finds the indexes of all entries by their keys, without those of merge keys.</summary>
    private ILookup<string, int> FindIndexes() => Enumerable.Range(0, container.Children.Count)
        .Where(index => !Tree.Nodes[container.Children[index]].Has(TextNodeFlags.Merge))
        .ToLookup(index => Tree.GetKey(container.Children[index]), StringComparer.Ordinal);

    private int FindSlot(int child)
    {
        var colon = context.Text.SkipBlanks(Tree.Nodes[child].KeyEnd);
        return colon < context.Text.Text.Length && context.Text.Text[colon] == ':' ? colon + 1 : -1;
    }
}
