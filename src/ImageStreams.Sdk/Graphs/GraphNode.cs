using ImageStreams.Builds;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>Something that images go through, in a <see cref="TagGraph"/>.</summary>
/// <remarks>Equal when it is the same thing, whatever state it is in.</remarks>
public abstract record GraphNode
{
    private GraphNode()
    {
    }

    /// <summary>What it is and what it is called, such as <c>BuildConfig shop/web</c>.</summary>
    public sealed override string ToString() => this switch
    {
        Tag tag => $"tag {tag.Name}",
        StreamImage image => $"image {image.Name}",
        ExternalImage image => $"image {image.PullSpec}",
        Build build => $"{BuildConfig.KindName} {build.Namespace}/{build.Name}",
        Workload workload => $"{workload.Kind} {workload.Namespace}/{workload.Name}",
        _ => "",
    };

    /// <summary>A tag of a stream, which need not exist: something names it.</summary>
    public sealed record Tag : GraphNode
    {
        /// <summary>The tag's name, with its namespace.</summary>
        public required ImageStreamTagName Name { get; init; }
    }

    /// <summary>One image of a stream, named by its digest or the beginning of that; it never changes.</summary>
    public sealed record StreamImage : GraphNode
    {
        /// <summary>The image's name, with the namespace of the stream.</summary>
        public required ImageStreamImageName Name { get; init; }
    }

    /// <summary>An image outside of the streams.</summary>
    public sealed record ExternalImage : GraphNode
    {
        /// <summary>The pull spec with everything that a Docker client assumes, or as it was written when it is none.</summary>
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
