namespace ImageStreams.Manifests;

/// <summary>Finds where the children of a collection begin: their keys, dashes, or values with anchors and tags.</summary>
internal static class ChildStarts
{
    public static int[] Find(EditContext context, ContainerEdit container)
    {
        var starts = new int[container.Children.Count];
        for (var index = 0; index < starts.Length; index++)
        {
            starts[index] = Find(context, container, index);
        }

        return starts;
    }

    private static int Find(EditContext context, ContainerEdit container, int index)
    {
        var nodes = context.Tree.Nodes;
        var child = container.Children[index];
        if (nodes[child].KeyStart >= 0)
        {
            return nodes[child].KeyStart;
        }

        var isFlow = nodes[container.Node].Style == TextNodeStyle.Flow;
        if (index == 0)
        {
            return isFlow ? context.Text.SkipBlanks(nodes[container.Node].Start + 1) : nodes[container.Node].Start;
        }

        var start = context.Text.SkipBlanks(nodes[container.Children[index - 1]].End);
        return isFlow ? context.Text.SkipBlanks(start + 1) : start;
    }
}
