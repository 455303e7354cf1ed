using ImageStreams.Builds;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>A node of a <see cref="TagGraph"/>: a tag, an image, a build or a workload.</summary>
/// <remarks>Two nodes are equal when they name the same object, regardless of its state.</remarks>
public abstract record GraphNode
{
    private GraphNode()
    {
    }

    /// <summary>Returns the kind and the name, such as <c>BuildConfig shop/web</c>.</summary>
    public sealed override string ToString() => this switch
    {
        Tag tag => $"tag {tag.Name}",
        StreamImage image => $"image {image.Name}",
        ExternalImage image => $"image {image.PullSpec}",
        Build build => $"{BuildConfig.KindName} {build.Namespace}/{build.Name}",
        Workload workload => $"{workload.Kind} {workload.Namespace}/{workload.Name}",
        _ => "",
    };

    /// <summary>A tag of a stream. It need not exist: a reference to it is enough.</summary>
    public sealed record Tag : GraphNode
    {
        /// <summary>The name of the tag, with its namespace.</summary>
        public required ImageStreamTagName Name { get; init; }
    }

    /// <summary>One image of a stream, named by its digest or a prefix of it. It never changes.</summary>
    public sealed record StreamImage : GraphNode
    {
        /// <summary>The name of the image, with the namespace of the stream.</summary>
        public required ImageStreamImageName Name { get; init; }
    }

    /// <summary>An image outside the streams.</summary>
    public sealed record ExternalImage : GraphNode
    {
        /// <summary>The pull spec with the defaults of a Docker client, or the text as written when it is invalid.</summary>
        public required string PullSpec { get; init; }
    }

    /// <summary>A build configuration.</summary>
    public sealed record Build : GraphNode
    {
        /// <summary>The namespace.</summary>
        public required string Namespace { get; init; }

        /// <summary>The name.</summary>
        public required string Name { get; init; }
    }

    /// <summary>An object that runs pods.</summary>
    public sealed record Workload : GraphNode
    {
        /// <summary>The kind, such as <c>Deployment</c>.</summary>
        public required string Kind { get; init; }

        /// <summary>The namespace.</summary>
        public required string Namespace { get; init; }

        /// <summary>The name.</summary>
        public required string Name { get; init; }
    }
}
