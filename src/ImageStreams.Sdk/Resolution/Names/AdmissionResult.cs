namespace ImageStreams.Resolution;

/// <summary>What admission does about one place of an object that names an image.</summary>
public abstract record AdmissionResult
{
    private AdmissionResult()
    {
    }

    /// <summary>
    /// The place: a container, such as <c>spec.containers[0]</c>, or a reference, such as
    /// <c>spec.strategy.sourceStrategy.from</c>.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>What the object names there; the image of a container is a <c>DockerImage</c>.</summary>
    public required ObjectReference From { get; init; }

    /// <summary>The outcome in a sentence.</summary>
    public abstract string Explanation { get; }

    /// <summary>The place gets another image, since the name is that of a stream.</summary>
    public sealed record Rewritten : AdmissionResult
    {
        /// <summary>The image that it gets.</summary>
        public required string PullSpec { get; init; }

        /// <summary>What the name means.</summary>
        public required ImageNameResolution Resolution { get; init; }

        /// <inheritdoc/>
        public override string Explanation => $"{Path} gets {PullSpec}: {Resolution.Explanation}";
    }

    /// <summary>The place stays as it is.</summary>
    public sealed record LeftAlone : AdmissionResult
    {
        /// <summary>Why.</summary>
        public required AdmissionReason Reason { get; init; }

        /// <summary>What the name means; null when that was not asked.</summary>
        public ImageNameResolution? Resolution { get; init; }

        /// <inheritdoc/>
        public override string Explanation => Reason switch
        {
            AdmissionReason.KindNotCovered => $"{Path} keeps its image: objects of this kind are not rewritten.",
            AdmissionReason.HasController => $"{Path} keeps its image: another object manages this one.",
            AdmissionReason.OnlyOnCreate => $"{Path} keeps its image: objects of this kind are rewritten only when they are created.",
            AdmissionReason.Unchanged => $"{Path} keeps its image, which it had before the update.",
            _ => $"{Path} keeps its image: {Resolution?.Explanation}",
        };
    }
}
