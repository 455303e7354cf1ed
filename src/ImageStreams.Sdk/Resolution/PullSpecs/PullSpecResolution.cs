namespace ImageStreams.Resolution;

/// <summary>The result of <see cref="PullSpecs.Resolve"/>: the current pull spec of a tag, or the reason why there is
/// none.</summary>
public abstract record PullSpecResolution
{
    private PullSpecResolution()
    {
    }

    /// <summary>A short, readable reason for the result.</summary>
    public string Explanation => ExplanationTexts.PullSpec(this);

    /// <summary>Returns <see cref="Explanation"/>.</summary>
    public sealed override string ToString() => Explanation;

    /// <summary>The tag's history has an image.</summary>
    public sealed record Imported : PullSpecResolution
    {
        /// <summary>The pull spec under the tag's reference policy.</summary>
        public required string PullSpec { get; init; }

        /// <summary>The effect of the reference policy.</summary>
        public required PullSpecOrigin Origin { get; init; }

        /// <summary>Gets a value indicating whether the spec tag has changed since, so that this is only the last good
        /// image.</summary>
        public bool HasNewer { get; init; }
    }

    /// <summary>Nothing is imported yet; the tag follows an image in a registry, which can be pulled from there.</summary>
    public sealed record FromSource : PullSpecResolution
    {
        /// <summary>The <c>from.name</c> of the spec tag, as written.</summary>
        public required string PullSpec { get; init; }
    }

    /// <summary>The tag has no image; the pull spec is that of a push to it.</summary>
    public sealed record Empty : PullSpecResolution
    {
        /// <summary>The stream's repository with the tag.</summary>
        public required string PullSpec { get; init; }
    }

    /// <summary>A newer image was requested and is not imported yet.</summary>
    public sealed record AwaitingImport : PullSpecResolution;

    /// <summary>The tag has no image, and the stream has no repository.</summary>
    public sealed record NoRepository : PullSpecResolution;
}
