using ImageStreams.Builds;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>Shows rows as what they stand for.</summary>
internal sealed class GraphView(GraphRows rows)
{
    public GraphNode GetNode(int node)
    {
        ref readonly var row = ref rows.GetNode(node);
        return row.Kind switch
        {
            NodeKind.Tag => new GraphNode.Tag { Name = GetTagName(node) },
            NodeKind.StreamImage => new GraphNode.StreamImage { Name = (ImageStreamImageName)rows.GetObject(row.Owner)! },
            NodeKind.ExternalImage => new GraphNode.ExternalImage { PullSpec = (string)rows.GetObject(row.Owner)! },
            NodeKind.Build => ToBuild((BuildConfig)rows.GetObject(row.Owner)!),
            _ => ToWorkload((GraphWorkload)rows.GetObject(row.Owner)!),
        };
    }

    public ImageStreamTagName GetTagName(int node)
    {
        ref readonly var row = ref rows.GetNode(node);
        ref readonly var stream = ref rows.GetStream(row.Owner);
        return ImageStreamTagName.FromParts(stream.Namespace, stream.Name, rows.GetTagName(row));
    }

    /// <summary>Whether a node stands for something: what was removed and is not named any more does not.</summary>
    public bool Exists(int node)
    {
        ref readonly var row = ref rows.GetNode(node);
        return row.FirstIn != NodeRow.None || row.FirstOut != NodeRow.None
            || (row.Kind == NodeKind.Tag ? row.Listing != TagListing.Missing : rows.GetObject(row.Owner) is not null && IsObject(row));
    }

    public GraphEdge GetEdge(int edge)
    {
        ref readonly var row = ref rows.GetEdge(edge);
        return new GraphEdge
        {
            From = GetNode(row.From),
            To = GetNode(row.To),
            Kind = row.Kind,
            Firing = row.Firing,
            Field = GetField(row),
        };
    }

    /// <summary>From where a tag imports; null where it does not, or where that is a node of its own.</summary>
    public GraphEdge? FindImport(int node)
    {
        ref readonly var row = ref rows.GetNode(node);
        if (row is not { Kind: NodeKind.Tag, Listing: TagListing.Spec }
            || rows.GetStream(row.Owner).Stream!.Spec.Tags[row.Position] is not { } specTag
            || specTag.From is not { Kind: ReferenceKinds.DockerImage, Name: { Length: > 0 } pullSpec }
            || IsImported(node))
        {
            return null;
        }

        return new GraphEdge
        {
            From = new GraphNode.ExternalImage { PullSpec = ExternalImages.GetName(pullSpec) },
            To = GetNode(node),
            Kind = GraphEdgeKind.Imports,
            Firing = specTag.ImportPolicy.Scheduled ? EdgeFiring.Automatic : EdgeFiring.Manual,
            Field = GetStreamField(node),
        };
    }

    /// <summary>Whether a tag follows an image outside of the streams.</summary>
    /// <param name="node">The node; none but a tag does.</param>
    /// <param name="image">The image, as <see cref="ExternalImages.GetName"/> gives it.</param>
    public bool ImportsImage(int node, string image)
    {
        ref readonly var row = ref rows.GetNode(node);
        return row is { Kind: NodeKind.Tag, Listing: TagListing.Spec }
            && rows.GetStream(row.Owner).Stream!.Spec.Tags[row.Position].From
                is { Kind: ReferenceKinds.DockerImage, Name: { Length: > 0 } pullSpec }
            && ExternalImages.GetName(pullSpec) == image;
    }

    private bool IsImported(int node)
    {
        for (var edge = rows.GetNode(node).FirstIn; edge != NodeRow.None; edge = rows.GetEdge(edge).NextIn)
        {
            if (rows.GetEdge(edge).Kind == GraphEdgeKind.Imports)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsObject(in NodeRow row) => row.Kind is NodeKind.Build or NodeKind.Workload;

    private static GraphNode.Build ToBuild(BuildConfig build) =>
        new() { Namespace = build.Namespace, Name = build.Name };

    private static GraphNode.Workload ToWorkload(GraphWorkload workload) =>
        new() { Kind = workload.Kind, Namespace = workload.Namespace, Name = workload.Name };

    private GraphField GetField(in EdgeRow edge) => edge.Kind switch
    {
        GraphEdgeKind.Follows or GraphEdgeKind.Imports or GraphEdgeKind.Pins => GetStreamField(edge.To),
        GraphEdgeKind.BuildOutput => GetBuildField(edge.From, "spec.output.to"),
        GraphEdgeKind.BuildBase => GetBuildField(edge.To, BuildInputs.GetBasePath(GetBuild(edge.To))),
        GraphEdgeKind.BuildTrigger => GetBuildField(edge.To, $"spec.triggers[{edge.Index}].imageChange"),
        GraphEdgeKind.BuildSource => GetBuildField(edge.To, $"spec.source.images[{edge.Index}].from"),
        _ => GetWorkloadField(edge.To, edge.Index),
    };

    private GraphField GetStreamField(int tag)
    {
        ref readonly var row = ref rows.GetNode(tag);
        ref readonly var stream = ref rows.GetStream(row.Owner);
        return new GraphField
        {
            Kind = ImageStream.KindName,
            Namespace = stream.Namespace,
            Name = stream.Name,
            Path = $"spec.tags[{row.Position}].from",
        };
    }

    private GraphField GetBuildField(int node, string path)
    {
        var build = ToBuild(GetBuild(node));
        return new GraphField { Kind = BuildConfig.KindName, Namespace = build.Namespace, Name = build.Name, Path = path };
    }

    private BuildConfig GetBuild(int node) => (BuildConfig)rows.GetObject(rows.GetNode(node).Owner)!;

    private GraphField GetWorkloadField(int node, int index)
    {
        var workload = (GraphWorkload)rows.GetObject(rows.GetNode(node).Owner)!;
        return new GraphField
        {
            Kind = workload.Kind,
            Namespace = workload.Namespace,
            Name = workload.Name,
            Path = workload.GetPath(index),
        };
    }
}
