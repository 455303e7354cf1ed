namespace ImageStreams.Manifests;

/// <summary>Finds the lines that two short texts have in common: the longest sequence, within a limit of work.</summary>
internal static class LineDiff
{
    /// <summary>The maximum product of the numbers of lines; what exceeds it is one change.</summary>
    private const int MaxWork = 4_000_000;

    /// <summary>Adds the changes between the lines of a region.</summary>
    /// <param name="changes">The list of changes.</param>
    /// <param name="line">The number of the first line.</param>
    /// <param name="before">The lines before.</param>
    /// <param name="after">The lines after.</param>
    public static void Add(List<DiffChange> changes, int line, string[] before, string[] after)
    {
        var prefix = 0;
        while (prefix < before.Length && prefix < after.Length && before[prefix] == after[prefix])
        {
            prefix++;
        }

        var suffix = 0;
        while (suffix < Math.Min(before.Length, after.Length) - prefix && before[^(suffix + 1)] == after[^(suffix + 1)])
        {
            suffix++;
        }

        var removed = new ArraySegment<string>(before, prefix, before.Length - prefix - suffix);
        var added = new ArraySegment<string>(after, prefix, after.Length - prefix - suffix);
        if (removed.Count == 0 || added.Count == 0 || (long)removed.Count * added.Count > MaxWork)
        {
            AddChange(changes, line + prefix, removed, added);
        }
        else
        {
            AddSmallest(changes, line + prefix, removed, added);
        }
    }

    private static void AddChange(List<DiffChange> changes, int line, ArraySegment<string> removed, ArraySegment<string> added)
    {
        if (removed.Count + added.Count > 0)
        {
            changes.Add(new DiffChange(line, removed, added));
        }
    }

    private static void AddSmallest(List<DiffChange> changes, int line, ArraySegment<string> removed, ArraySegment<string> added)
    {
        var common = CountCommon(removed, added);
        var (i, j, startI, startJ) = (0, 0, 0, 0);
        while (i < removed.Count && j < added.Count)
        {
            if (removed[i] == added[j])
            {
                AddChange(changes, line + startI, removed[startI..i], added[startJ..j]);
                (startI, startJ) = (++i, ++j);
            }
            else
            {
                (i, j) = common[i + 1, j] >= common[i, j + 1] ? (i + 1, j) : (i, j + 1);
            }
        }

        AddChange(changes, line + startI, removed[startI..], added[startJ..]);
    }

#pragma warning disable CA1814 // every row is as long as the others
    /// <summary>Counts the common lines of all ends of the two texts.</summary>
    private static int[,] CountCommon(ArraySegment<string> removed, ArraySegment<string> added)
    {
        var common = new int[removed.Count + 1, added.Count + 1];
        for (var i = removed.Count - 1; i >= 0; i--)
        {
            for (var j = added.Count - 1; j >= 0; j--)
            {
                common[i, j] = removed[i] == added[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
#pragma warning restore CA1814
}
