using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Importing;

/// <summary>The selection of tags when a whole repository is imported.</summary>
/// <remarks>
/// Tags are ordered by <see cref="TagPriority"/>: <c>latest</c>, then versions with the newest first, then the rest.
/// OpenShift imports the first 50 and has no patterns.
/// </remarks>
public sealed record RepositoryTagSelection
{
    /// <summary>Default of <see cref="Limit"/>: 50, as in OpenShift.</summary>
    public const int DefaultLimit = 50;

    /// <summary>Default of <see cref="MaxListed"/>: 100,000.</summary>
    public const int DefaultMaxListed = 100_000;

    /// <summary>The first 50 of all tags.</summary>
    public static RepositoryTagSelection Default { get; } = new();

    /// <summary>The largest number of tags to import; the others are only listed. At least 1, 50 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Limit { get; init => field = Guard.Positive(value); } = DefaultLimit;

    /// <summary>The patterns of tags to include, with <c>*</c> and <c>?</c>; empty, the default, for all.</summary>
    public ValueList<string> Include { get; init; }

    /// <summary>The patterns of tags to exclude; none by default.</summary>
    public ValueList<string> Exclude { get; init; }

    /// <summary>The largest number of tags that a registry may list; a longer list fails the import. 100,000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxListed { get; init => field = Guard.Positive(value); } = DefaultMaxListed;

    /// <summary>Chooses the tags to import.</summary>
    /// <param name="tags">The tags as the registry lists them; duplicates count once.</param>
    /// <returns>The tags to import, and the included tags beyond the limit, both by priority.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tags"/> is null.</exception>
    public (ValueList<string> Chosen, ValueList<string> Additional) Choose(IEnumerable<string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);

        var wanted = TagPriority.Prioritize(tags.Distinct(StringComparer.Ordinal).Where(IsWanted));
        return (wanted.Take(Limit).ToValueList(), wanted.Skip(Limit).ToValueList());
    }

    private bool IsWanted(string tag) =>
        (Include.IsEmpty || Include.Any(pattern => Wildcard.IsMatch(tag, pattern)))
        && !Exclude.Any(pattern => Wildcard.IsMatch(tag, pattern));
}
