namespace ImageStreams.Resolution;

/// <summary>What <see cref="PullSpecs.Resolve"/> answers: which pull spec a tag leads to now, or why none.</summary>
public abstract record PullSpecResolution
{
    private PullSpecResolution()
    {
    }

    /// <summary>Why it is so, in a few words for a person.</summary>
    public string Explanation => this switch
    {
        Imported { HasNewer: true } last => $"{ExplanationTexts.Policy(last.Origin)}; an import is due, and this is the last good image",
        Imported imported => ExplanationTexts.Policy(imported.Origin),
        FromSource => "policy Source and no import yet: pulled from where it is to be imported",
        Empty => "the tag has no image: this is where a push to it goes",
        AwaitingImport => "a newer image was asked for, and its import is not done",
        _ => "the tag has no image, and the stream no repository to push one to",
    };

    /// <summary>The tag's history names an image.</summary>
    public sealed record Imported : PullSpecResolution
    {
        /// <summary>The pull spec under the tag's reference policy.</summary>
        public required string PullSpec { get; init; }

        /// <summary>What the reference policy came to.</summary>
        public required PullSpecOrigin Origin { get; init; }

        /// <summary>Indicates whether the tag's wish has changed since, so that this is only the last good image.</summary>
        public bool HasNewer { get; init; }
    }

    /// <summary>Nothing is imported yet; the tag follows an image where it is, and that place will do.</summary>
    public sealed record FromSource : PullSpecResolution
    {
        /// <summary>The name that the tag follows, as its owner wrote it.</summary>
        public required string PullSpec { get; init; }
    }

    /// <summary>The tag has no image; the pull spec is where a push to it would go.</summary>
    public sealed record Empty : PullSpecResolution
    {
        /// <summary>The stream's repository with the tag.</summary>
        public required string PullSpec { get; init; }
    }

    /// <summary>A newer image was asked for and is not there yet.</summary>
    public sealed record AwaitingImport : PullSpecResolution;

    /// <summary>The tag has no image, and the stream has no repository either.</summary>
    public sealed record NoRepository : PullSpecResolution;
}
