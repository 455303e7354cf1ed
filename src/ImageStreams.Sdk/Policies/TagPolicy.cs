using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>A rule that chooses one of the tags of a repository.</summary>
/// <remarks>
/// <para>
/// The default chooses the highest release with at least two numbers, never one below the tag that is followed now. Written beside
/// a spec tag by <see cref="TagPolicyAnnotation"/>.
/// </para>
/// <para>Immutable. <see cref="Choose"/> and <see cref="Rank"/> are pure: the same arguments give the same answer.</para>
/// </remarks>
public sealed record TagPolicy
{
    /// <summary>The number of version numbers that a tag must show by default.</summary>
    public const int DefaultParts = 2;

    /// <summary>The tool whose answers count where they differ; the default is <see cref="TagPolicyDialect.Standard"/>.</summary>
    public TagPolicyDialect Dialect { get; init; }

    /// <summary>The order of the tags; the default is <see cref="TagPolicyOrder.SemVer"/>.</summary>
    public TagPolicyOrder Order { get; init; }

    /// <summary>The end of the order; the default is <see cref="TagPolicyPick.Highest"/>.</summary>
    public TagPolicyPick Pick { get; init; }

    /// <summary>
    /// The versions to choose from, at most 2,048 characters; null is <c>*</c>. Only with <see cref="TagPolicyOrder.SemVer"/>.
    /// </summary>
    public string? Range { get; init; }

    /// <summary>The pre-releases to choose from; the default is <see cref="TagPolicyPreRelease.Range"/>.</summary>
    public TagPolicyPreRelease PreRelease { get; init; }

    /// <summary>The greatest change from the version followed now; the default is <see cref="TagPolicyStep.Any"/>.</summary>
    public TagPolicyStep Step { get; init; }

    /// <summary>The number of version numbers that a tag must show at least, from 1 to 3; 2 by default.</summary>
    public int Parts { get; init; } = DefaultParts;

    /// <summary>
    /// Patterns that all must match: regular expressions of RE2, which search, or <c>glob:</c> with <c>*</c> and <c>?</c>, for the
    /// whole tag. At most 32 of at most 2,048 characters.
    /// </summary>
    public ValueList<string> Include { get; init; }

    /// <summary>
    /// The text to order instead of the tag, from the groups of the first regular expression of <see cref="Include"/>, such as
    /// <c>$major.$minor.0</c>; null is the tag itself.
    /// </summary>
    public string? Extract { get; init; }

    /// <summary>
    /// Patterns, each of which removes the tags that it matches; null removes the tags under which signatures, attestations and
    /// indexes of referrers are stored. At most 32.
    /// </summary>
    public ValueList<string>? Exclude { get; init; }

    /// <summary>Gets a value indicating whether the choice may be below the tag that is followed now.</summary>
    public bool AllowsDowngrade { get; init; }

    /// <summary>The treatment of tags without a place in the order; the default is <see cref="TagPolicyBadValue.Skip"/>.</summary>
    public TagPolicyBadValue OnBadValue { get; init; }

    /// <summary>The time that must have passed since an image was created; null for none.</summary>
    public TimeSpan? MinimumAge { get; init; }

    /// <summary>The tag to take with <see cref="TagPolicyOrder.Digest"/>; null is the tag that is followed now.</summary>
    public string? Tag { get; init; }

    /// <summary>Checks the policy by itself.</summary>
    /// <returns>The first error; null when the policy can be used.</returns>
    public TagPolicyError? Check() => TagPolicyPlan.Create(this, out var error) is { } plan ? plan.RangeError : error;

    /// <summary>Chooses a tag.</summary>
    /// <param name="tags">The tags of the repository.</param>
    /// <param name="followed">The tag that is followed now; null for none.</param>
    /// <param name="now">The time.</param>
    /// <returns>The choice, with the reason for every other tag.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tags"/> or one of them is null.</exception>
    public TagChoice Choose(IReadOnlyList<CandidateTag> tags, CandidateTag? followed, DateTimeOffset now)
    {
        RefuseNull(tags);
        return TagPolicyPlan.Create(this, out var error) is { } plan
            ? new TagElection(plan, followed, now).Choose(tags)
            : new TagChoice.Invalid { Error = error!, Others = [] };
    }

    /// <summary>Sorts the tags that may be chosen, for those who go on to the next one when the best one is refused.</summary>
    /// <param name="tags">The tags of the repository.</param>
    /// <param name="followed">The tag that is followed now; null for none.</param>
    /// <param name="now">The time.</param>
    /// <returns>The tags, the best one first; empty when the policy has an error.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tags"/> or one of them is null.</exception>
    public IReadOnlyList<CandidateTag> Rank(IReadOnlyList<CandidateTag> tags, CandidateTag? followed, DateTimeOffset now)
    {
        RefuseNull(tags);
        return TagPolicyPlan.Create(this, out _) is { } plan ? new TagElection(plan, followed, now).Rank(tags) : [];
    }

    private static void RefuseNull(IReadOnlyList<CandidateTag> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        foreach (var tag in tags)
        {
            ArgumentNullException.ThrowIfNull(tag, nameof(tags));
        }
    }
}
