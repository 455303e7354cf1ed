namespace ImageStreams.Lifecycle;

/// <summary>An order in which every tag comes after the tag that it follows.</summary>
/// <remarks>
/// <para>A tag follows at most one tag, so that connected tags are a tree, or a cycle with trees attached to it. A cycle has
/// no such order; it begins with the tag that follows its head and ends with its head, so that the image of the head goes
/// through the whole cycle once.</para>
/// <para>Tags are numbers, in the order of their names. Iterative and linear.</para>
/// </remarks>
internal sealed class TagFollowOrder
{
    /// <summary>The number that stands for no tag.</summary>
    public const int None = -1;

    private readonly int[] _followed;
    private readonly Func<int, bool> _canLead;
    private readonly State[] _states;
    private readonly int[] _order;
    private readonly List<int> _path = [];
    private readonly List<int[]> _cycles = [];

    private TagFollowOrder(int[] followed, Func<int, bool> canLead)
    {
        _followed = followed;
        _canLead = canLead;
        _states = new State[followed.Length];
        _order = new int[followed.Length];
    }

    private enum State : byte
    {
        Unseen,
        OnPath,
        Done,
    }

    /// <summary>The tags, in this order.</summary>
    public ReadOnlySpan<int> Tags => _order;

    /// <summary>The cycles, each from its first tag, followed by the tag that each tag follows.</summary>
    public IReadOnlyList<int[]> Cycles => _cycles;

    /// <summary>Sorts tags.</summary>
    /// <param name="followed">The tag that each tag follows, or <see cref="None"/>.</param>
    /// <param name="canLead">
    /// Determines whether a tag of a cycle can be its head; the first such tag is the head, otherwise the first tag.
    /// </param>
    public static TagFollowOrder Create(int[] followed, Func<int, bool> canLead)
    {
        var order = new TagFollowOrder(followed, canLead);
        var count = 0;
        for (var tag = 0; tag < followed.Length; tag++)
        {
            count = order.Append(tag, count);
        }

        return order;
    }

    //   tag ──follows──▶ tag ──follows──▶ ... ──▶ a tag that is done, or none: appended from the end to the beginning
    //                     ▲                │
    //                     └────────────────┘  a tag of the path itself: a cycle
    private int Append(int tag, int count)
    {
        _path.Clear();
        while (tag != None && _states[tag] == State.Unseen)
        {
            _states[tag] = State.OnPath;
            _path.Add(tag);
            tag = _followed[tag];
        }

        if (tag != None && _states[tag] == State.OnPath)
        {
            RotateCycle(_path.IndexOf(tag));
        }

        for (var i = _path.Count - 1; i >= 0; i--)
        {
            _states[_path[i]] = State.Done;
            _order[count++] = _path[i];
        }

        return count;
    }

    /// <summary>Rotates the cycle at the end of the path so that it begins with its head, and records it.</summary>
    private void RotateCycle(int start)
    {
        var cycle = _path[start..].ToArray();
        _cycles.Add(Rotate(cycle, Array.IndexOf(cycle, cycle.Min())));
        var head = cycle.Where(_canLead).DefaultIfEmpty(cycle.Min()).Min();
        _path.RemoveRange(start, cycle.Length);
        _path.AddRange(Rotate(cycle, Array.IndexOf(cycle, head)));
    }

    private static int[] Rotate(int[] cycle, int first) => [.. cycle[first..], .. cycle[..first]];
}
