using ImageStreams.Builds;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>Shows rows as what they stand for.</summary>
internal sealed class GraphView(GraphRows rows)
{
    public GraphNode Node(int node)
    {
        ref readonly var row = ref rows.Node(node);
        return row.Kind switch
        {
            NodeKind.Tag => new GraphNode.Tag { Name = TagName(node) },
            NodeKind.StreamImage => new GraphNode.StreamImage { Name = (ImageStreamImageName)rows.Object(row.Owner)! },
            NodeKind.ExternalImage => new GraphNode.ExternalImage { PullSpec = (string)rows.Object(row.Owner)! },
            NodeKind.Build => Build((BuildConfig)rows.Object(row.Owner)!),
            _ => Workload((GraphWorkload)rows.Object(row.Owner)!),
        };
    }

    public ImageStreamTagName TagName(int node)
    {
        ref readonly var row = ref rows.Node(node);
        ref readonly var stream = ref rows.Stream(row.Owner);
        return ImageStreamTagName.FromParts(stream.Namespace, stream.Name, rows.TagName(row));
    }

    /// <summary>Whether a node stands for something: what was removed and is not named any more does not.</summary>
    public bool IsThere(int node)
    {
        ref readonly var row = ref rows.Node(node);
        return row.FirstIn != NodeRow.None || row.FirstOut != NodeRow.None
            || (row.Kind == NodeKind.Tag ? row.Place != TagPlace.Missing : rows.Object(row.Owner) is not null && IsObject(row));
    }

    public GraphEdge Edge(int edge)
    {
        ref readonly var row = ref rows.Edge(edge);
        return new GraphEdge
        {
            From = Node(row.From),
            To = Node(row.To),
            Kind = row.Kind,
            Firing = row.Firing,
            Field = Field(row),
        };
    }

    /// <summary>From where a tag imports; null where it does not, or where that is a node of its own.</summary>
    public GraphEdge? FindImport(int node)
    {
        ref readonly var row = ref rows.Node(node);
        if (row is not { Kind: NodeKind.Tag, Place: TagPlace.Wish }
            || rows.Stream(row.Owner).Stream!.Spec.Tags[row.Position] is not { } wish
            || wish.From is not { Kind: ReferenceKinds.DockerImage, Name: { Length: > 0 } pullSpec }
            || IsImported(node))
        {
            return null;
        }

        return new GraphEdge
        {
            From = new GraphNode.ExternalImage { PullSpec = ExternalImages.NameOf(pullSpec) },
            To = Node(node),
            Kind = GraphEdgeKind.Imports,
            Firing = wish.ImportPolicy.Scheduled ? EdgeFiring.Automatic : EdgeFiring.Manual,
            Field = StreamField(node),
        };
    }

    /// <summary>Whether a tag follows an image outside of the streams.</summary>
    /// <param name="node">The node; none but a tag does.</param>
    /// <param name="image">The image, as <see cref="ExternalImages.NameOf"/> gives it.</param>
    public bool Imports(int node, string image)
    {
        ref readonly var row = ref rows.Node(node);
        return row is { Kind: NodeKind.Tag, Place: TagPlace.Wish }
            && rows.Stream(row.Owner).Stream!.Spec.Tags[row.Position].From
                is { Kind: ReferenceKinds.DockerImage, Name: { Length: > 0 } pullSpec }
            && ExternalImages.NameOf(pullSpec) == image;
    }

    private bool IsImported(int node)
    {
        for (var edge = rows.Node(node).FirstIn; edge != NodeRow.None; edge = rows.Edge(edge).NextIn)
        {
            if (rows.Edge(edge).Kind == GraphEdgeKind.Imports)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsObject(in NodeRow row) => row.Kind is NodeKind.Build or NodeKind.Workload;

    private static GraphNode.Build Build(BuildConfig build) =>
        new() { Namespace = build.Metadata.Namespace ?? "", Name = build.Metadata.Name ?? "" };

    private static GraphNode.Workload Workload(GraphWorkload workload) =>
        new() { Kind = workload.Kind, Namespace = workload.Namespace, Name = workload.Name };

    private GraphField Field(in EdgeRow edge) => edge.Kind switch
    {
        GraphEdgeKind.Follows or GraphEdgeKind.Imports or GraphEdgeKind.Pins => StreamField(edge.To),
        GraphEdgeKind.BuildOutput => BuildField(edge.From, "spec.output.to"),
        GraphEdgeKind.BuildBase => BuildField(edge.To, BuildInputs.PathOfBase(BuildOf(edge.To))),
        GraphEdgeKind.BuildTrigger => BuildField(edge.To, $"spec.triggers[{edge.Index}].imageChange"),
        GraphEdgeKind.BuildSource => BuildField(edge.To, $"spec.source.images[{edge.Index}].from"),
        _ => WorkloadField(edge.To, edge.Index),
    };

    private GraphField StreamField(int tag)
    {
        ref readonly var row = ref rows.Node(tag);
        ref readonly var stream = ref rows.Stream(row.Owner);
        return new GraphField
        {
            Kind = ImageStream.KindName,
            Namespace = stream.Namespace,
            Name = stream.Name,
            Path = $"spec.tags[{row.Position}].from",
        };
    }

    private GraphField BuildField(int node, string path)
    {
        var build = Build(BuildOf(node));
        return new GraphField { Kind = BuildConfig.KindName, Namespace = build.Namespace, Name = build.Name, Path = path };
    }

    private BuildConfig BuildOf(int node) => (BuildConfig)rows.Object(rows.Node(node).Owner)!;

    private GraphField WorkloadField(int node, int index)
    {
        var workload = (GraphWorkload)rows.Object(rows.Node(node).Owner)!;
        return new GraphField
        {
            Kind = workload.Kind,
            Namespace = workload.Namespace,
            Name = workload.Name,
            Path = workload.PathOf(index),
        };
    }
}
