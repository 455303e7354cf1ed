using ImageStreams.Policies;

namespace ImageStreams.Importing;

/// <summary>The tags whose creation times a policy needs. Pure functions.</summary>
internal static class CreationTimeNeeds
{
    /// <summary>Determines whether a policy needs the creation time of all tags that it may choose, because it orders by them.</summary>
    public static bool IsForAll(TagPolicy policy) => policy.Order == TagPolicyOrder.Created;

    /// <summary>Sorts the tags by the policy without its age, the best one first: one that is old enough ends the search.</summary>
    public static IReadOnlyList<CandidateTag> Sort(
        TagPolicy policy, IReadOnlyList<CandidateTag> tags, CandidateTag followed, DateTimeOffset now)
    {
        var ageless = policy with { MinimumAge = null };
        return IsForAll(policy)
            ? (ageless with { Order = TagPolicyOrder.Alphabetical, AllowsDowngrade = true }).Rank(tags, null, now)
            : [.. ageless.Rank(tags, followed, now).TakeWhile(tag => tag.Name != followed.Name)];
    }

    /// <summary>Determines whether an image is old enough.</summary>
    public static bool IsOldEnough(TagPolicy policy, ImageCreationTime? created, DateTimeOffset now) =>
        created is { } time
        && time <= ImageCreationTime.FromDateTimeOffset(now - (policy.MinimumAge ?? TimeSpan.Zero));
}
