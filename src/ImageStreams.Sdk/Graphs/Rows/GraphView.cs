using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>Converts rows into the nodes and edges of the public API.</summary>
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

    /// <summary>
    /// Determines whether a node stands for something; false for a removed node that no edge touches.
    /// </summary>
    public bool Exists(int node)
    {
        ref readonly var row = ref rows.GetNode(node);
        if (row.FirstIn != NodeRow.None || row.FirstOut != NodeRow.None)
        {
            return true;
        }

        return row.Kind switch
        {
            NodeKind.Tag => row.Listing != TagListing.Missing,
            NodeKind.Build or NodeKind.Workload => rows.GetObject(row.Owner) is not null,
            _ => false,
        };
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

    /// <summary>Finds the image that a tag imports; null when it imports none, or when that is a node of its own.</summary>
    public GraphEdge? FindImport(int node)
    {
        if (rows.FindPullSpec(node) is not { } pullSpec || IsImported(node))
        {
            return null;
        }

        return new GraphEdge
        {
            From = new GraphNode.ExternalImage { PullSpec = ExternalImages.GetName(pullSpec) },
            To = GetNode(node),
            Kind = GraphEdgeKind.Imports,
            Firing = rows.FindReference(node)!.ImportPolicy.Scheduled ? EdgeFiring.Automatic : EdgeFiring.Manual,
            Field = GetStreamField(node),
        };
    }

    /// <summary>
    /// Finds the name of the image outside the streams that a node is, or that the tag of a node imports.
    /// </summary>
    public string? FindExternalImage(int node)
    {
        ref readonly var row = ref rows.GetNode(node);
        if (row.Kind == NodeKind.ExternalImage)
        {
            return Exists(node) ? (string)rows.GetObject(row.Owner)! : null;
        }

        return rows.FindPullSpec(node) is { } pullSpec ? ExternalImages.GetName(pullSpec) : null;
    }

    /// <summary>Determines whether a node is the image with a digest, of a stream or outside the streams.</summary>
    public bool IsImage(int node, string digest)
    {
        ref readonly var row = ref rows.GetNode(node);
        return row.Kind switch
        {
            NodeKind.StreamImage => ((ImageStreamImageName)rows.GetObject(row.Owner)!).Matches(digest),
            NodeKind.ExternalImage => ((string)rows.GetObject(row.Owner)!).EndsWith($"@{digest}", StringComparison.Ordinal),
            _ => false,
        };
    }

    /// <summary>Gets the builds that may push the first image of a tag, in the byte order of their names.</summary>
    public ValueList<GraphNode.Build> GetPushingBuilds(int tag)
    {
        var builds = new List<GraphNode.Build>();
        for (var edge = rows.GetNode(tag).FirstIn; edge != NodeRow.None; edge = rows.GetEdge(edge).NextIn)
        {
            if (IsFirstPush(edge))
            {
                builds.Add(ToBuild(GetBuild(rows.GetEdge(edge).From)));
            }
        }

        return builds.OrderBy(build => build.ToString(), StringComparer.Ordinal).ToValueList();
    }

    /// <summary>Determines whether an edge leads from a build that may push the first image of a tag.</summary>
    public bool IsFirstPush(int edge)
    {
        ref readonly var row = ref rows.GetEdge(edge);
        return row.Kind == GraphEdgeKind.BuildOutput && !PushedTag.NeedsItself(GetBuild(row.From));
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
