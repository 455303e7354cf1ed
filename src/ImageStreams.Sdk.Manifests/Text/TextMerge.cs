namespace ImageStreams.Manifests;

/// <summary>The entries of mappings with merge keys (<c>&lt;&lt;</c>, of YAML 1.1, which the cluster's reader knows).</summary>
internal static class TextMerge
{
    /// <summary>Lists the entries of a mapping: its own, then those of each merged mapping whose keys are not there yet.</summary>
    public static List<int> List(TextTree tree, int mapping)
    {
        var entries = new List<int>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var remaining = new Stack<int>();
        remaining.Push(mapping);
        while (remaining.TryPop(out var source))
        {
            if (tree.Nodes[source].Kind == TextNodeKind.Mapping)
            {
                AddOwn(tree, source, entries, keys);
            }

            PushSources(tree, source, remaining);
        }

        return entries;
    }

    /// <summary>Finds the entry of a key in the mappings that a mapping merges; -1 when there is none.</summary>
    public static int Find(TextTree tree, int mapping, ReadOnlySpan<char> key)
    {
        foreach (var entry in List(tree, mapping))
        {
            if (tree.GetKeySpan(entry).SequenceEqual(key))
            {
                return entry;
            }
        }

        return -1;
    }

    private static void AddOwn(TextTree tree, int mapping, List<int> entries, HashSet<string> keys)
    {
        foreach (var child in tree.GetChildren(mapping))
        {
            if (!tree.Nodes[child].Has(TextNodeFlags.Merge) && keys.Add(tree.GetKey(child)))
            {
                entries.Add(child);
            }
        }
    }

    /// <summary>Pushes what a mapping merges, or the items of a sequence of mappings, so that the first comes out first.</summary>
    private static void PushSources(TextTree tree, int source, Stack<int> remaining)
    {
        var isSequence = tree.Nodes[source].Kind == TextNodeKind.Sequence;
        var sources = new List<int>();
        foreach (var child in tree.GetChildren(source))
        {
            if (isSequence || tree.Nodes[child].Has(TextNodeFlags.Merge))
            {
                sources.Add(tree.Resolve(child));
            }
        }

        for (var i = sources.Count - 1; i >= 0; i--)
        {
            remaining.Push(sources[i]);
        }
    }
}
