namespace ImageStreams.Policies;

/// <summary>The result of one gate for one image.</summary>
public abstract record TagGateResult
{
    private TagGateResult()
    {
    }

    /// <summary>The gate.</summary>
    public required TagGate Gate { get; init; }

    /// <summary>The result in a sentence.</summary>
    public required string Text { get; init; }

    /// <summary>The result as a word.</summary>
    public abstract TagGateStanding Standing { get; }

    /// <summary>The gate lets the tag move.</summary>
    public sealed record Open : TagGateResult
    {
        /// <inheritdoc/>
        public override TagGateStanding Standing => TagGateStanding.Open;
    }

    /// <summary>The gate does not let the tag move yet.</summary>
    public sealed record Held : TagGateResult
    {
        /// <summary>
        /// The time at which the result changes by itself, after the time of the decision; null when something else must change
        /// first.
        /// </summary>
        public DateTimeOffset? Until { get; init; }

        /// <summary>Gets a value indicating whether a check of images is to be asked now.</summary>
        public bool IsDue { get; init; }

        /// <inheritdoc/>
        public override TagGateStanding Standing => TagGateStanding.Held;
    }

    /// <summary>The gate never lets the tag move to this image.</summary>
    public sealed record Refused : TagGateResult
    {
        /// <inheritdoc/>
        public override TagGateStanding Standing => TagGateStanding.Refused;
    }
}
