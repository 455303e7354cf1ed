namespace ImageStreams.Manifests;

/// <summary>A document, its edits, and the nodes that they concern.</summary>
internal sealed record EditedDocument(TextTree Tree, EditNode Edits, List<int> Touched)
{
    /// <summary>Gets a value indicating whether an alias repeats something that is edited.</summary>
    public bool IsShared()
    {
        var nodes = Tree.Nodes;
        for (var node = 0; node < nodes.Length; node++)
        {
            if (nodes[node].Kind == TextNodeKind.Alias && IsTouched(nodes, nodes[node].Target))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsTouched(ReadOnlySpan<TextNode> nodes, int target)
    {
        foreach (var touched in Touched)
        {
            var isAround = target <= touched && touched < nodes[target].Next;
            if (isAround || (touched <= target && target < nodes[touched].Next))
            {
                return true;
            }
        }

        return false;
    }
}
