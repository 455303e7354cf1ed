using ImageStreams.References;

namespace ImageStreams.Testing;

/// <content>The events of builds.</content>
public abstract partial record WorldEvent
{
    /// <summary>A build was requested.</summary>
    public sealed record BuildRequested : AboutBuild
    {
        /// <summary>The reason.</summary>
        public required string Reason { get; init; }

        /// <inheritdoc/>
        public override string Kind => "build requested";

        /// <inheritdoc/>
        public override string Details => $"{Build}: {Reason}";
    }

    /// <summary>A build waits.</summary>
    public sealed record BuildWaiting : AboutBuild
    {
        /// <summary>The reason why the build waits.</summary>
        public required string Reason { get; init; }

        /// <inheritdoc/>
        public override string Kind => "build waits";

        /// <inheritdoc/>
        public override string Details => $"{Build}: {Reason}";
    }

    /// <summary>A build created its image.</summary>
    public sealed record BuildCompleted : AboutBuild
    {
        /// <summary>The image.</summary>
        public required Digest Image { get; init; }

        /// <inheritdoc/>
        public override string Kind => "build done";

        /// <inheritdoc/>
        public override string Details => $"{Build}: {Image}";
    }

    /// <summary>A build failed, or was canceled in favor of a later one.</summary>
    public sealed record BuildFailed : AboutBuild
    {
        /// <summary>The reason.</summary>
        public required string Reason { get; init; }

        /// <summary>Gets a value indicating whether the build never ran.</summary>
        public bool IsCancelled { get; init; }

        /// <inheritdoc/>
        public override string Kind => IsCancelled ? "build cancelled" : "build failed";

        /// <inheritdoc/>
        public override string Details => $"{Build}: {Reason}";
    }
}
