using ImageStreams.Builds;

namespace ImageStreams.Graphs;

/// <summary>A node of a picture: one of the graph, or several that are drawn as one.</summary>
internal sealed class PictureNode(PictureKey key)
{
    private static readonly NodeKind[] Kinds = Enum.GetValues<NodeKind>();

    private readonly int[] _counts = new int[Kinds.Length];
    private GraphNode? _first;
    private int _withoutImage;
    private bool _isMixed;

    /// <summary>The key of the only node, or of the group.</summary>
    public PictureKey Key => IsSingle ? PictureKey.FromNode(_first!) : key;

    /// <summary>The number of nodes of the graph.</summary>
    public int Count => _counts.Sum();

    /// <summary>Gets a value indicating whether it stands for one node of the graph.</summary>
    public bool IsSingle => Count == 1 && key.Shape != PictureShape.Rest;

    /// <summary>The number of edges between the nodes of the group.</summary>
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

    /// <summary>Gets the text of the node, line by line.</summary>
    public IEnumerable<string> GetLines() => IsSingle ? [.. GetNameLines(), .. GetSecondLine()] : [.. GetGroupLines()];

    private IEnumerable<string> GetNameLines()
    {
        var lines = Key.Shape == PictureShape.ExternalImage ? PictureText.SplitPullSpec(Key.Name) : [Key.Name];
        return lines.Select(PictureText.MakeVisible);
    }

    /// <summary>Gets the line below the name of a single node.</summary>
    private IEnumerable<string> GetSecondLine()
    {
        var kind = _first switch
        {
            GraphNode.Build => BuildConfig.KindName,
            GraphNode.Workload workload => PictureText.MakeVisible(workload.Kind),
            _ => null,
        };
        var words = new[] { kind, Mark.OutcomeText, Mark.ReachText }.OfType<string>().ToList();
        return words.Count > 0 ? [string.Join(", ", words)] : [];
    }

    private IEnumerable<string> GetGroupLines()
    {
        var name = key.Shape switch
        {
            PictureShape.Builds or PictureShape.Workloads => null,
            PictureShape.Rest => "all the rest",
            _ => key.Name.Length > 0 ? PictureText.MakeVisible(key.Name) : "without a name",
        };
        return new[] { name }
            .Concat(Kinds.Select(kind => GetCountText(kind, _counts[(int)kind])))
            .Append(GetCountText(_withoutImage, "tag without an image", "tags without an image"))
            .Append(GetCountText(InnerEdges, "edge within", "edges within"))
            .Append(_isMixed ? $"{Mark.ReachText} and later" : Mark.ReachText)
            .OfType<string>();
    }

    private static string? GetCountText(NodeKind kind, int count) => kind switch
    {
        NodeKind.Tag => GetCountText(count, "tag", "tags"),
        NodeKind.StreamImage => GetCountText(count, "image", "images"),
        NodeKind.ExternalImage => GetCountText(count, "image elsewhere", "images elsewhere"),
        NodeKind.Build => GetCountText(count, "build", "builds"),
        _ => GetCountText(count, "workload", "workloads"),
    };

    private static string? GetCountText(int count, string one, string many) => count switch
    {
        0 => null,
        1 => $"1 {one}",
        _ => $"{count} {many}",
    };

    private static NodeKind GetKind(GraphNode node) => node switch
    {
        GraphNode.Tag => NodeKind.Tag,
        GraphNode.StreamImage => NodeKind.StreamImage,
        GraphNode.ExternalImage => NodeKind.ExternalImage,
        GraphNode.Build => NodeKind.Build,
        _ => NodeKind.Workload,
    };
}
