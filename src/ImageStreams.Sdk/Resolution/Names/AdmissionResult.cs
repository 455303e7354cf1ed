namespace ImageStreams.Resolution;

/// <summary>The result of the admission of one image of an object.</summary>
public abstract record AdmissionResult
{
    private AdmissionResult()
    {
    }

    /// <summary>
    /// The path of a container, such as <c>spec.containers[0]</c>, or of a reference, such as
    /// <c>spec.strategy.sourceStrategy.from</c>.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>The image before admission; that of a container is a <c>DockerImage</c>.</summary>
    public required ObjectReference From { get; init; }

    /// <summary>The result in one sentence.</summary>
    public abstract string Explanation { get; }

    /// <summary>Returns <see cref="Explanation"/>.</summary>
    public sealed override string ToString() => Explanation;

    /// <summary>The image is replaced, because its name is that of a stream.</summary>
    public sealed record Rewritten : AdmissionResult
    {
        /// <summary>The new image.</summary>
        public required string PullSpec { get; init; }

        /// <summary>The resolution of the name.</summary>
        public required ImageNameResolution Resolution { get; init; }

        /// <inheritdoc/>
        public override string Explanation => $"{Path} gets {PullSpec}: {Resolution.Explanation}";
    }

    /// <summary>The image is unchanged.</summary>
    public sealed record LeftAlone : AdmissionResult
    {
        /// <summary>The reason.</summary>
        public required AdmissionReason Reason { get; init; }

        /// <summary>The resolution of the name; null when it was not resolved.</summary>
        public ImageNameResolution? Resolution { get; init; }

        /// <inheritdoc/>
        public override string Explanation => Reason switch
        {
            AdmissionReason.KindNotCovered => $"{Path} keeps its image: objects of this kind are not rewritten.",
            AdmissionReason.HasController => $"{Path} keeps its image: another object manages this one.",
            AdmissionReason.OnlyOnCreate =>
                $"{Path} keeps its image: objects of this kind are rewritten only when they are created.",
            AdmissionReason.Unchanged => $"{Path} keeps its image, which it had before the update.",
            _ => $"{Path} keeps its image: {Resolution?.Explanation}",
        };
    }
}
