using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Importing;

/// <summary>Which tags of a repository are imported when all of it is asked for.</summary>
/// <remarks>
/// Tags go by <see cref="TagPriority"/>: <c>latest</c>, then versions with the newest first, then the rest. OpenShift takes
/// the first 50 and knows no patterns.
/// </remarks>
public sealed record RepositoryTagSelection
{
    /// <summary>Default of <see cref="Limit"/>: 50, as in OpenShift.</summary>
    public const int DefaultLimit = 50;

    /// <summary>Default of <see cref="MaxListed"/>: 100,000.</summary>
    public const int DefaultMaxListed = 100_000;

    /// <summary>The first 50 of all tags.</summary>
    public static RepositoryTagSelection Default { get; } = new();

    /// <summary>The most tags that are imported; those after them are only named. At least 1, 50 by default.</summary>
    public int Limit { get; init => field = Guard.Positive(value); } = DefaultLimit;

    /// <summary>The tags that are wanted, by patterns with <c>*</c> and <c>?</c> as <see cref="Wildcard"/> reads them; all when
    /// empty, the default.</summary>
    public ValueList<string> Include { get; init; }

    /// <summary>The tags that are not wanted, by the same patterns; none by default.</summary>
    public ValueList<string> Exclude { get; init; }

    /// <summary>The most tags that a registry may list; a longer list fails the import. 100,000 by default.</summary>
    public int MaxListed { get; init => field = Guard.Positive(value); } = DefaultMaxListed;

    /// <summary>Chooses among tags.</summary>
    /// <param name="tags">The tags as the registry lists them; one that is listed twice counts once.</param>
    /// <returns>Those to import, and those that are wanted too but beyond the limit, both by priority.</returns>
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
