namespace ImageStreams.Lifecycle;

/// <summary>The result of <see cref="StreamContext.FindStream"/>: another stream, or the reason why there is none.</summary>
public abstract record StreamLookupResult
{
    private StreamLookupResult()
    {
    }

    /// <summary>The result in a sentence.</summary>
    public abstract string Explanation { get; }

    /// <summary>Returns the explanation.</summary>
    public sealed override string ToString() => Explanation;

    /// <summary>The stream exists.</summary>
    public sealed record Found : StreamLookupResult
    {
        /// <summary>The stream.</summary>
        public required ImageStream Stream { get; init; }

        /// <inheritdoc/>
        public override string Explanation => $"The stream was found: {Stream}.";
    }

    /// <summary>There is no such stream.</summary>
    public sealed record NotFound : StreamLookupResult
    {
        /// <inheritdoc/>
        public override string Explanation => "There is no such stream.";
    }

    /// <summary>The lookup failed, so that it is not known whether the stream exists.</summary>
    public sealed record Failed : StreamLookupResult
    {
        /// <summary>The human-readable error.</summary>
        public required string Message { get; init; }

        /// <inheritdoc/>
        public override string Explanation => $"The stream could not be read: {Message}";
    }
}
