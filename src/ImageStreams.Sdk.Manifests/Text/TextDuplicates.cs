namespace ImageStreams.Manifests;

/// <summary>Finds the keys that stand twice in a mapping. The last one wins, as in the cluster's reader.</summary>
internal static class TextDuplicates
{
    /// <summary>The maximum number of entries that are compared with each other one by one.</summary>
    private const int MaxPairwise = 8;

    /// <summary>Marks the entries of a mapping that a later one shadows.</summary>
    public static void Mark(TextTreeBuilder builder, int mapping)
    {
        Span<int> entries = stackalloc int[MaxPairwise];
        var count = 0;
        for (var at = mapping + 1; at < builder[mapping].Next; at = builder[at].Next)
        {
            if (count == MaxPairwise)
            {
                MarkMany(builder, mapping);
                return;
            }

            entries[count++] = at;
        }

        MarkFew(builder, entries[..count]);
    }

    private static void MarkFew(TextTreeBuilder builder, ReadOnlySpan<int> entries)
    {
        for (var later = 1; later < entries.Length; later++)
        {
            MarkEarlier(builder, entries[..later], entries[later]);
        }
    }

    private static void MarkEarlier(TextTreeBuilder builder, ReadOnlySpan<int> earlier, int later)
    {
        var key = builder.GetKey(later);
        foreach (var entry in earlier)
        {
            if (!builder[entry].Has(TextNodeFlags.Shadowed) && builder.GetKey(entry).SequenceEqual(key))
            {
                Shadow(builder, entry, later);
            }
        }
    }

    private static void MarkMany(TextTreeBuilder builder, int mapping)
    {
        var last = new Dictionary<int, int>(new KeyComparer(builder));
        for (var at = mapping + 1; at < builder[mapping].Next; at = builder[at].Next)
        {
            if (last.Remove(at, out var earlier))
            {
                Shadow(builder, earlier, at);
            }

            last.Add(at, at);
        }
    }

    private static void Shadow(TextTreeBuilder builder, int earlier, int later)
    {
        if (builder[earlier].Has(TextNodeFlags.Merge) && builder[later].Has(TextNodeFlags.Merge))
        {
            return;
        }

        builder[earlier].Flags |= TextNodeFlags.Shadowed;
        builder.Duplicates.Add(new TextSpan(builder[later].KeyStart, builder[later].KeyEnd));
    }

    /// <summary>Compares nodes by their keys.</summary>
    private sealed class KeyComparer(TextTreeBuilder builder) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => builder.GetKey(x).SequenceEqual(builder.GetKey(y));

        public int GetHashCode(int node) => string.GetHashCode(builder.GetKey(node));
    }
}
