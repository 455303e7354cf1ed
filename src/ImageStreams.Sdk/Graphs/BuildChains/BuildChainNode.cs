namespace ImageStreams.Graphs;

/// <summary>What a build chain consists of: builds, what goes into them, and what comes out.</summary>
/// <remarks>
/// Named as the build configurations name it, whether or not such a thing exists. Immutable; equal when of one kind and
/// of one name.
/// </remarks>
public abstract record BuildChainNode
{
    private BuildChainNode()
    {
    }

    /// <summary>The kind and the name as OpenShift prints them: <c>ImageStreamTag|shop/web:latest</c>.</summary>
    public sealed override string ToString() => Text;

    private protected abstract string Text { get; }

    /// <summary>What tells the node from others of its kind.</summary>
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
        /// <summary>The stream's namespace: that of the build configuration where the reference names none.</summary>
        public required string Namespace { get; init; }

        /// <summary>The name as it was written, usually <c>stream:tag</c>; no tag is assumed where there is none.</summary>
        public required string Name { get; init; }

        private protected override string Text => $"{nameof(ImageStreamTag)}|{Namespace}/{Name}";

        internal override (string First, string Second) Names => (Namespace, Name);
    }

    /// <summary>One image of an image stream.</summary>
    public sealed record ImageStreamImage : BuildChainNode
    {
        /// <summary>The stream's namespace: that of the build configuration where the reference names none.</summary>
        public required string Namespace { get; init; }

        /// <summary>The name as it was written, usually <c>stream@digest</c>.</summary>
        public required string Name { get; init; }

        private protected override string Text => $"{nameof(ImageStreamImage)}|{Namespace}/{Name}";

        internal override (string First, string Second) Names => (Namespace, Name);
    }

    /// <summary>An image in a registry.</summary>
    public sealed record DockerImageReference : BuildChainNode
    {
        /// <summary>The pull spec with all that a Docker client assumes, so that one image is one node.</summary>
        public required string PullSpec { get; init; }

        private protected override string Text => $"{nameof(DockerImageReference)}|{PullSpec}";

        internal override (string First, string Second) Names => (PullSpec, "");
    }

    /// <summary>A git repository with sources.</summary>
    public sealed record BuildSource : BuildChainNode
    {
        /// <summary>The address of the repository.</summary>
        public required string Uri { get; init; }

        /// <summary>The branch, tag or commit; empty for the default branch.</summary>
        public required string Ref { get; init; }

        private protected override string Text => $"{nameof(BuildSource)}|git|{Uri}#{Ref}";

        internal override (string First, string Second) Names => (Uri, Ref);
    }
}
