using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>Where every tag of a <see cref="TagGraph"/> leads.</summary>
/// <remarks>Eight bytes a tag. Immutable; safe to share between threads.</remarks>
public sealed class TagOutcomes
{
    private readonly GraphRows _rows;
    private readonly GraphView _view;
    private readonly CopyOnWriteList<OutcomeRow> _outcomes;
    private readonly int[] _counts = new int[Enum.GetValues<TagOutcomeKind>().Length];

    internal TagOutcomes(GraphRows rows)
    {
        (_rows, _view, _outcomes) = (rows, new GraphView(rows), new OutcomePass(rows).Run());
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

    /// <summary>How many tags there are: those of the streams, and those that are named and do not exist.</summary>
    public int Count => _counts.Sum();

    /// <summary>How many references all ways have together.</summary>
    public long TotalHops { get; }

    /// <summary>Every tag with where it leads, in no particular order; made while they are gone through.</summary>
    public IEnumerable<TagOutcome> All => Enumerable.Range(0, _rows.NodeCount).Where(IsTag).Select(ToOutcome);

    /// <summary>How many tags lead to an outcome of a kind.</summary>
    public int CountByKind(TagOutcomeKind kind) => _counts[(int)kind];

    /// <summary>The tags that lead to an outcome of a kind, in no particular order; made while they are gone through.</summary>
    public IEnumerable<TagOutcome> GetByKind(TagOutcomeKind kind) => Enumerable.Range(0, _rows.NodeCount)
        .Where(node => IsTag(node) && _outcomes[node].Kind == kind)
        .Select(ToOutcome);

    /// <summary>Where a tag leads; null when no stream has it and nothing names it.</summary>
    /// <param name="tag">The tag, with its namespace.</param>
    public TagOutcome? Find(ImageStreamTagName tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return _rows.FindTag(tag) is var node and not NodeRow.None && IsTag(node) ? ToOutcome(node) : null;
    }

    /// <summary>Whether a node is a tag that some stream has or something names.</summary>
    private bool IsTag(int node)
    {
        ref readonly var row = ref _rows.GetNode(node);
        return row.Kind == NodeKind.Tag && (row.Listing != TagListing.Missing || _view.Exists(node));
    }

    private TagOutcome ToOutcome(int node)
    {
        var outcome = _outcomes[node];
        return new TagOutcome
        {
            Tag = _view.GetTagName(node),
            Kind = outcome.Kind,
            Decider = _view.GetTagName(outcome.Decider),
            Hops = outcome.Hops,
        };
    }
}
