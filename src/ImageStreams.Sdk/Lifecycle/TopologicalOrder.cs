namespace ImageStreams.Lifecycle;

/// <summary>An order in which every tag comes after the tag that it follows.</summary>
/// <remarks>
/// <para>A tag follows one tag at most, so what hangs together is a tree, or a ring with trees that hang on it. A ring
/// has no such order; it begins with the tag that follows its head, and ends with its head, so that what the head
/// points to goes round.</para>
/// <para>Tags are numbers, in the order of their names. Iterative and linear.</para>
/// </remarks>
internal sealed class TopologicalOrder
{
    /// <summary>What a tag follows when it follows no tag of its stream.</summary>
    public const int None = -1;

    private readonly int[] _followed;
    private readonly Func<int, bool> _canLead;
    private readonly State[] _states;
    private readonly int[] _order;
    private readonly List<int> _path = [];
    private readonly List<int[]> _cycles = [];

    private TopologicalOrder(int[] followed, Func<int, bool> canLead)
    {
        (_followed, _canLead) = (followed, canLead);
        _states = new State[followed.Length];
        _order = new int[followed.Length];
    }

    private enum State : byte
    {
        Unseen,
        OnPath,
        Done,
    }

    /// <summary>The tags in that order.</summary>
    public ReadOnlySpan<int> Tags => _order;

    /// <summary>The rings, each from its first tag on to the one that it follows, and so on.</summary>
    public IReadOnlyList<int[]> Cycles => _cycles;

    /// <summary>Puts tags in order.</summary>
    /// <param name="followed">Which tag each tag follows, or <see cref="None"/>.</param>
    /// <param name="canLead">
    /// Whether a tag of a ring has something to lead with; the first one that has is the ring's head, or its first.
    /// </param>
    public static TopologicalOrder Create(int[] followed, Func<int, bool> canLead)
    {
        var order = new TopologicalOrder(followed, canLead);
        var count = 0;
        for (var tag = 0; tag < followed.Length; tag++)
        {
            count = order.Append(tag, count);
        }

        return order;
    }

    //   tag ──follows──▶ tag ──follows──▶ ... ──▶ a tag that is done, or nothing: appended from the end to the beginning
    //                     ▲                │
    //                     └────────────────┘  a tag of the path itself: a ring
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

    /// <summary>Turns the ring at the end of the path until its head is its beginning, and keeps it.</summary>
    private void RotateCycle(int start)
    {
        var cycle = _path[start..].ToArray();
        _cycles.Add(Rotate(cycle, Array.IndexOf(cycle, cycle.Min())));

        var leader = cycle.Where(_canLead).DefaultIfEmpty(cycle.Min()).Min();
        _path.RemoveRange(start, cycle.Length);
        _path.AddRange(Rotate(cycle, Array.IndexOf(cycle, leader)));
    }

    private static int[] Rotate(int[] cycle, int first) => [.. cycle[first..], .. cycle[..first]];
}
