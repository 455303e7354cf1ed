using ImageStreams.Internal;

namespace ImageStreams.Policies;

/// <summary>The answer of a policy.</summary>
public abstract record TagChoice
{
    private TagChoice()
    {
    }

    /// <summary>
    /// The tags that were not chosen, each with its reason, in the order of the list. Where nothing is chosen because of a value or an
    /// error, only the tags that were out before.
    /// </summary>
    public required IReadOnlyList<TagVerdict> Others { get; init; }

    /// <summary>The answer in a sentence.</summary>
    public abstract string Explanation { get; }

    /// <summary>Another tag than the one followed now, or the first one.</summary>
    public sealed record Moved : TagChoice
    {
        /// <summary>The tag to follow.</summary>
        public required CandidateTag Tag { get; init; }

        /// <summary>The tag that is followed now; null for none.</summary>
        public string? From { get; init; }

        /// <summary>Gets a value indicating whether the repository no longer has the tag that is followed now.</summary>
        public bool IsFromGone { get; init; }

        /// <inheritdoc/>
        public override string Explanation => From is null || From == Tag.Name
            ? $"The rule chooses {PrintableText.ShowName(Tag.Name)}{(From is null ? "" : ", which has another image now")}."
            : $"The rule moves from {PrintableText.ShowName(From)}{(IsFromGone ? ", which the repository no longer has," : "")} "
                + $"to {PrintableText.ShowName(Tag.Name)}.";
    }

    /// <summary>The tag that is followed now stays.</summary>
    public sealed record Unchanged : TagChoice
    {
        /// <summary>The tag.</summary>
        public required string Tag { get; init; }

        /// <summary>Gets a value indicating whether the repository no longer has the tag.</summary>
        public bool IsGone { get; init; }

        /// <inheritdoc/>
        public override string Explanation => IsGone
            ? $"The rule stays with {PrintableText.ShowName(Tag)}, which the repository no longer has: all that it could choose is lower."
            : $"The rule stays with {PrintableText.ShowName(Tag)}.";
    }

    /// <summary>No tag can be chosen; the tag that is followed now stays.</summary>
    public sealed record Nothing : TagChoice
    {
        /// <summary>The reason.</summary>
        public required TagChoiceNothing Reason { get; init; }

        /// <summary>The tag that decided, with <see cref="TagChoiceNothing.BadValue"/>; otherwise null.</summary>
        public string? Tag { get; init; }

        /// <inheritdoc/>
        public override string Explanation => Reason switch
        {
            TagChoiceNothing.NoTags => "The repository has no tags.",
            TagChoiceNothing.NothingIncluded => "The patterns of the rule leave no tag of the repository.",
            TagChoiceNothing.BadValue => $"The rule has no place for {PrintableText.ShowName(Tag)}, and chooses nothing then.",
            _ => "No tag of the repository fits the rule.",
        };
    }

    /// <summary>The policy has an error; the tag that is followed now stays.</summary>
    public sealed record Invalid : TagChoice
    {
        /// <summary>The error.</summary>
        public required TagPolicyError Error { get; init; }

        /// <inheritdoc/>
        public override string Explanation => $"The rule cannot be used: {Error}";
    }
}
