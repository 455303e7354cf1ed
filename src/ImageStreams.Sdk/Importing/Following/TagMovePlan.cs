using ImageStreams.Policies;

namespace ImageStreams.Importing;

/// <summary>The step of a spec tag that its policy asks for, given the tags of the repository.</summary>
internal abstract record TagMovePlan
{
    private TagMovePlan()
    {
    }

    /// <summary>The reason in a sentence.</summary>
    public required string Explanation { get; init; }

    /// <summary>Creates the plan of a tag. A pure function.</summary>
    /// <param name="tag">The spec tag.</param>
    /// <param name="tags">The tags of the repository.</param>
    /// <param name="now">The time.</param>
    public static TagMovePlan Create(PolicyTag tag, IReadOnlyList<CandidateTag> tags, DateTimeOffset now)
    {
        var reading = TagPolicyAnnotation.Read(tag.SpecTag);
        if (reading is not TagPolicyReading.Found { Policy: var policy })
        {
            return Refuse(reading);
        }

        var followed = CandidateTag.Create(tag.From.Tag);
        return policy.Choose(tags, followed, now) switch
        {
            TagChoice.Invalid invalid => new Invalid { Error = invalid.Error, Explanation = invalid.Explanation },
            TagChoice.Moved moved => new Consider
            {
                Candidates = [.. policy.Rank(tags, followed, now).TakeWhile(one => one.Name != followed.Name).Take(TagGateState.MaxCandidates)],
                Explanation = moved.Explanation,
            },
            var other => new Stay { Explanation = other.Explanation },
        };
    }

    private static Invalid Refuse(TagPolicyReading reading)
    {
        var error = reading is TagPolicyReading.Invalid invalid
            ? invalid.Error
            : new TagPolicyError { Failure = TagPolicyFailure.InvalidJson, Field = "", Message = "There is no policy any more." };
        return new Invalid { Error = error, Explanation = $"The rule cannot be used: {error}" };
    }

    /// <summary>The tag stays.</summary>
    public sealed record Stay : TagMovePlan;

    /// <summary>The tag stays, because its policy has an error.</summary>
    public sealed record Invalid : TagMovePlan
    {
        /// <summary>The error.</summary>
        public required TagPolicyError Error { get; init; }
    }

    /// <summary>There are better tags, the best one first, which the gates decide about.</summary>
    public sealed record Consider : TagMovePlan
    {
        /// <summary>The tags.</summary>
        public required IReadOnlyList<CandidateTag> Candidates { get; init; }
    }
}
