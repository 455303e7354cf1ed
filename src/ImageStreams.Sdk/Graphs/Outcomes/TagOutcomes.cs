using System.Collections.Concurrent;
using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>The outcomes of all tags of a <see cref="TagGraph"/>.</summary>
/// <remarks>
/// Takes eight bytes per tag, and four more once outcomes were listed by kind; keeps the builds that tags wait for once they
/// were asked for. Immutable; safe to share between threads.
/// </remarks>
public sealed class TagOutcomes
{
    private readonly GraphRows _rows;
    private readonly GraphView _view;
    private readonly CopyOnWriteList<OutcomeRow> _outcomes;
    private readonly int[] _counts = new int[Enum.GetValues<TagOutcomeKind>().Length];
    private readonly Lazy<int[]> _byKind;

    /// <summary>The builds that a tag waits for, by the tag that decides; added when they are asked for.</summary>
    private readonly ConcurrentDictionary<int, ValueList<GraphNode.Build>> _builds = [];

    internal TagOutcomes(GraphRows rows)
    {
        _rows = rows;
        _view = new GraphView(rows);
        _outcomes = new OutcomePass(rows).Run();
        _byKind = new Lazy<int[]>(SortByKind);
        for (var node = 0; node < rows.NodeCount; node++)
        {
            if (IsTag(node))
            {
                ref readonly var outcome = ref _outcomes[node];
                _counts[(int)outcome.Kind]++;
                TotalHops += outcome.Hops;
            }
        }
    }

    /// <summary>The number of tags: those of the streams, and missing ones that a reference names.</summary>
    public int Count => _counts.Sum();

    /// <summary>The number of references on all paths together.</summary>
    public long TotalHops { get; }

    /// <summary>The outcome of every tag, in no particular order; created while they are enumerated.</summary>
    public IEnumerable<TagOutcome> All => Enumerable.Range(0, _rows.NodeCount).Where(IsTag).Select(ToOutcome);

    /// <summary>Counts the tags with an outcome of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public int CountByKind(TagOutcomeKind kind) => _counts.ElementAtOrDefault((int)kind);

    /// <summary>Gets the outcomes of a kind, in no particular order; created while they are enumerated.</summary>
    /// <remarks>The first call sorts all tags by kind; after that, the cost depends on the outcomes of the kind.</remarks>
    /// <param name="kind">The kind.</param>
    public IEnumerable<TagOutcome> GetByKind(TagOutcomeKind kind) => Enumerable
        .Range(_counts.Take((int)kind).Sum(), CountByKind(kind))
        .Select(position => ToOutcome(_byKind.Value[position]));

    /// <summary>Gets the outcome of a tag.</summary>
    /// <param name="tag">The tag, with its namespace.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">
    /// No stream has the tag and no reference names it; the message has the names closest to it.
    /// </exception>
    public TagOutcome Get(ImageStreamTagName tag) =>
        Find(tag) ?? throw new KeyNotFoundException(new UnknownNames(_rows).Describe(tag).Explanation);

    /// <summary>Finds the outcome of a tag; null when no stream has it and no reference names it.</summary>
    /// <param name="tag">The tag, with its namespace.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public TagOutcome? Find(ImageStreamTagName tag)
    {
        ArgumentNullException.ThrowIfNull(tag);

        var node = _rows.FindTag(tag);
        return node != NodeRow.None && IsTag(node) ? ToOutcome(node) : null;
    }

    /// <summary>Determines whether a node is a tag that a stream has or a reference names.</summary>
    private bool IsTag(int node)
    {
        ref readonly var row = ref _rows.GetNode(node);
        return row.Kind == NodeKind.Tag && (row.Listing != TagListing.Missing || _view.Exists(node));
    }

    /// <summary>Sorts the tags by kind; those of one kind stay in their order.</summary>
    private int[] SortByKind()
    {
        var sorted = new int[Count];
        var next = _counts.Select((_, kind) => _counts.Take(kind).Sum()).ToArray();
        for (var node = 0; node < _rows.NodeCount; node++)
        {
            if (IsTag(node))
            {
                sorted[next[(int)_outcomes[node].Kind]++] = node;
            }
        }

        return sorted;
    }

    private TagOutcome ToOutcome(int node)
    {
        var outcome = _outcomes[node];
        var isPending = outcome.Kind == TagOutcomeKind.PendingBuild;
        return new TagOutcome
        {
            Tag = _view.GetTagName(node),
            Kind = outcome.Kind,
            Decider = _view.GetTagName(outcome.Decider),
            Hops = outcome.Hops,
            Builds = isPending ? _builds.GetOrAdd(outcome.Decider, _view.GetPushingBuilds) : [],
            LacksStream = isPending && _rows.GetStream(_rows.GetNode(outcome.Decider).Owner).Stream is null,
        };
    }
}
