namespace ImageStreams.Graphs;

/// <summary>A node of a build chain: a build configuration, or its input or output.</summary>
/// <remarks>
/// The name is that in the build configurations, whether or not the object exists. Two nodes are equal when their kinds and
/// names are. Immutable.
/// </remarks>
public abstract record BuildChainNode
{
    private BuildChainNode()
    {
    }

    /// <summary>Returns the kind and the name as OpenShift prints them: <c>ImageStreamTag|shop/web:latest</c>.</summary>
    public sealed override string ToString() => Text;

    private protected abstract string Text { get; }

    /// <summary>The two parts of the name, which distinguish the node from others of its kind.</summary>
    internal abstract (string First, string Second) Names { get; }

    /// <summary>A build configuration.</summary>
    public sealed record BuildConfig : BuildChainNode
    {
        /// <summary>The namespace; empty when the configuration has none.</summary>
        public required string Namespace { get; init; }

        /// <summary>The name; empty when the configuration has none.</summary>
        public required string Name { get; init; }

        private protected override string Text => $"{nameof(BuildConfig)}|{Namespace}/{Name}";

        internal override (string First, string Second) Names => (Namespace, Name);
    }

    /// <summary>A tag of an image stream.</summary>
    public sealed record ImageStreamTag : BuildChainNode
    {
        /// <summary>The namespace of the stream: that of the build configuration when the reference has none.</summary>
        public required string Namespace { get; init; }

        /// <summary>The name as written, usually <c>stream:tag</c>; a missing tag is not filled in.</summary>
        public required string Name { get; init; }

        private protected override string Text => $"{nameof(ImageStreamTag)}|{Namespace}/{Name}";

        internal override (string First, string Second) Names => (Namespace, Name);
    }

    /// <summary>One image of an image stream.</summary>
    public sealed record ImageStreamImage : BuildChainNode
    {
        /// <summary>The namespace of the stream: that of the build configuration when the reference has none.</summary>
        public required string Namespace { get; init; }

        /// <summary>The name as written, usually <c>stream@digest</c>.</summary>
        public required string Name { get; init; }

        private protected override string Text => $"{nameof(ImageStreamImage)}|{Namespace}/{Name}";

        internal override (string First, string Second) Names => (Namespace, Name);
    }

    /// <summary>An image in a registry.</summary>
    public sealed record DockerImageReference : BuildChainNode
    {
        /// <summary>The pull spec with the defaults of a Docker client, so that one image is one node.</summary>
        public required string PullSpec { get; init; }

        private protected override string Text => $"{nameof(DockerImageReference)}|{PullSpec}";

        internal override (string First, string Second) Names => (PullSpec, "");
    }

    /// <summary>A Git repository with source code.</summary>
    public sealed record BuildSource : BuildChainNode
    {
        /// <summary>The URI of the repository.</summary>
        public required string Uri { get; init; }

        /// <summary>The branch, tag or commit; empty for the default branch.</summary>
        public required string Ref { get; init; }

        private protected override string Text => $"{nameof(BuildSource)}|git|{Uri}#{Ref}";

        internal override (string First, string Second) Names => (Uri, Ref);
    }
}
