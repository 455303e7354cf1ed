using ImageStreams.Builds;
namespace ImageStreams.Graphs;

/// <summary>A node of a picture: one of the graph, or many that are drawn as one.</summary>
internal sealed class PictureNode(PictureKey key)
{
    private static readonly (string One, string Many)[] Words =
    [
        ("tag", "tags"), ("image", "images"), ("image elsewhere", "images elsewhere"), ("build", "builds"),
        ("workload", "workloads"),
    ];

    private readonly int[] _counts = new int[Words.Length];
    private GraphNode? _first;
    private int _withoutImage;
    private bool _isMixed;

    /// <summary>What it is made of: the node itself where it is only one.</summary>
    public PictureKey Key => IsSingle ? PictureKey.Alone(_first!) : key;

    /// <summary>How many nodes of the graph it stands for.</summary>
    public int Count => _counts.Sum();

    /// <summary>Whether it is a node of the graph.</summary>
    public bool IsSingle => Count == 1 && key.Shape != PictureShape.Rest;

    /// <summary>How many edges lead from one to another of the nodes that it stands for.</summary>
    public int InnerEdges { get; set; }

    public PictureMark Mark { get; private set; }

    public void Add(GraphNode node, PictureMark mark)
    {
        _isMixed |= _first is not null && mark.Reach != Mark.Reach;
        Mark = _first is null ? mark : Mark.CombineWith(mark);
        _first ??= node;
        _withoutImage += mark.Outcome == TagOutcomeKind.Resolved ? 0 : 1;
        _counts[(int)GetKind(node)]++;
    }

    /// <summary>What is written on it, line by line.</summary>
    public IEnumerable<string> Lines() => IsSingle ? [.. NameLines(), .. SecondLine()] : [.. GetFoldedLines()];

    private IEnumerable<string> NameLines() =>
        (Key.Shape == PictureShape.ExternalImage ? PictureText.SplitPullSpec(Key.Name) : [Key.Name]).Select(PictureText.Visible);

    /// <summary>What is said of a node of the graph besides its name.</summary>
    private IEnumerable<string> SecondLine()
    {
        var kind = _first switch
        {
            GraphNode.Build => BuildConfig.KindName,
            GraphNode.Workload workload => PictureText.Visible(workload.Kind),
            _ => null,
        };
        var words = new[] { kind, Mark.OutcomeText, Mark.ReachText }.OfType<string>().ToList();
        return words.Count > 0 ? [string.Join(", ", words)] : [];
    }

    private IEnumerable<string> GetFoldedLines()
    {
        var name = key.Shape switch
        {
            PictureShape.Builds or PictureShape.Workloads => null,
            PictureShape.Rest => "all the rest",
            _ => key.Name.Length > 0 ? PictureText.Visible(key.Name) : "without a name",
        };
        return new[] { name }
            .Concat(_counts.Select((count, kind) => CountText(count, Words[kind].One, Words[kind].Many)))
            .Append(CountText(_withoutImage, "tag without an image", "tags without an image"))
            .Append(CountText(InnerEdges, "edge within", "edges within"))
            .Append(_isMixed ? $"{Mark.ReachText} and later" : Mark.ReachText)
            .OfType<string>();
    }

    private static string? CountText(int count, string one, string many) =>
        count == 0 ? null : $"{count} {(count == 1 ? one : many)}";

    private static NodeKind GetKind(GraphNode node) => node switch
    {
        GraphNode.Tag => NodeKind.Tag,
        GraphNode.StreamImage => NodeKind.StreamImage,
        GraphNode.ExternalImage => NodeKind.ExternalImage,
        GraphNode.Build => NodeKind.Build,
        _ => NodeKind.Workload,
    };
}
