namespace ImageStreams.Resolution;

/// <summary>What admission does about one container.</summary>
public abstract record ContainerAdmission
{
    private ContainerAdmission()
    {
    }

    /// <summary>The container as it came.</summary>
    public required WorkloadContainer Container { get; init; }

    /// <summary>The outcome in a sentence.</summary>
    public abstract string Explanation { get; }

    /// <summary>The container gets another image, since its own is the name of a stream.</summary>
    public sealed record Rewritten : ContainerAdmission
    {
        /// <summary>The image that it gets.</summary>
        public required string PullSpec { get; init; }

        /// <summary>What the name means.</summary>
        public required ImageNameResolution Resolution { get; init; }

        /// <inheritdoc/>
        public override string Explanation => $"{Container.Path} gets {PullSpec}: {Resolution.Explanation}";
    }

    /// <summary>The container keeps its image.</summary>
    public sealed record LeftAlone : ContainerAdmission
    {
        /// <summary>Why.</summary>
        public required AdmissionReason Reason { get; init; }

        /// <summary>What the name means; null when that was not asked.</summary>
        public ImageNameResolution? Resolution { get; init; }

        /// <inheritdoc/>
        public override string Explanation => Reason switch
        {
            AdmissionReason.KindNotCovered => $"{Container.Path} keeps its image: objects of this kind are not rewritten.",
            AdmissionReason.HasController => $"{Container.Path} keeps its image: another object manages this one.",
            AdmissionReason.OnlyOnCreate => $"{Container.Path} keeps its image: this kind is rewritten only when it is made.",
            AdmissionReason.Unchanged => $"{Container.Path} keeps its image, which it had before the update.",
            _ => $"{Container.Path} keeps its image: {Resolution?.Explanation}",
        };
    }
}
