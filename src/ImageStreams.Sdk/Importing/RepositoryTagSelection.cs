using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Importing;

/// <summary>Options that select the tags of a repository that is imported as a whole.</summary>
/// <remarks>
/// Tags are ordered by <see cref="TagPriority"/>: <c>latest</c>, then versions with the newest first, then the rest.
/// OpenShift imports the first 50 and has no patterns. All options bind from configuration.
/// </remarks>
public sealed class RepositoryTagSelection : ICheckedOptions
{
    /// <summary>Default of <see cref="Limit"/>: 50, as in OpenShift.</summary>
    public const int DefaultLimit = 50;

    /// <summary>Default of <see cref="MaxListed"/>: 100,000.</summary>
    public const int DefaultMaxListed = 100_000;

    /// <summary>The maximum number of tags that are imported; at least 1. The status of the import names the others.</summary>
    public int Limit { get; set; } = DefaultLimit;

    /// <summary>Patterns of the tags to import, in which <c>*</c> stands for any text and <c>?</c> for any one byte;
    /// empty, the default, for all tags.</summary>
    public IList<string> Include { get; } = new List<string>();

    /// <summary>Patterns of the tags not to import; empty by default.</summary>
    public IList<string> Exclude { get; } = new List<string>();

    /// <summary>The maximum number of tags that a registry may list; at least 1. A longer list fails the import.</summary>
    public int MaxListed { get; set; } = DefaultMaxListed;

    /// <summary>Selects the tags to import.</summary>
    /// <param name="tags">The tags as the registry lists them; a tag that is listed twice counts once.</param>
    /// <returns>The tags to import, and the selected tags beyond the limit, both by priority.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tags"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public (ValueList<string> Chosen, ValueList<string> Additional) Choose(IEnumerable<string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        OptionsErrors.ThrowIfAny(this, nameof(RepositoryTagSelection));

        var selected = TagPriority.Prioritize(tags.Distinct(StringComparer.Ordinal).Where(IsSelected));
        return (selected.Take(Limit).ToValueList(), selected.Skip(Limit).ToValueList());
    }

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.AtLeast(Limit, 1);
        errors.AtLeast(MaxListed, 1);
    }

    internal RepositoryTagSelection Copy()
    {
        var copy = new RepositoryTagSelection { Limit = Limit, MaxListed = MaxListed };
        ((List<string>)copy.Include).AddRange(Include);
        ((List<string>)copy.Exclude).AddRange(Exclude);
        return copy;
    }

    private bool IsSelected(string tag) =>
        (Include.Count == 0 || Include.Any(pattern => Wildcard.IsMatch(tag, pattern)))
        && !Exclude.Any(pattern => Wildcard.IsMatch(tag, pattern));
}
