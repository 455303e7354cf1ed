using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>The places for one repository, each once, as they are gathered.</summary>
internal sealed class PullSourceListBuilder(RegistryRepository repository)
{
    private readonly List<PullSource> _sources = [];

    /// <summary>The repository's name at a mirror; null where it would not be one.</summary>
    /// <remarks>Whoever allows a repository to be asked insecurely allows it of whoever serves it.</remarks>
    public RegistryRepository? Rewrite(RegistryScope source, RegistryMirror mirror)
    {
        var rest = source.FindPathBelow(repository)!;
        var separator = rest.Length == 0 || mirror.Location.Path.Length == 0 ? "" : "/";
        var name = mirror.Location.Path + separator + rest;
        return RegistryGrammar.IsRepositoryName(name)
            ? repository with
            {
                Registry = mirror.Location.Host,
                Name = name,
                Insecure = repository.Insecure || mirror.Insecure,
                StartAt = null,
            }
            : null;
    }

    /// <summary>Whether a place is the repository itself, which a mirror may turn out to be.</summary>
    public bool IsSource(RegistryRepository pullSource) => IsSame(pullSource, repository);

    /// <summary>Adds a place. One that is there already stays, unless it is not asked and the new one is.</summary>
    public void Add(PullSource pullSource)
    {
        var index = _sources.FindIndex(known => IsSame(known.Repository, pullSource.Repository));
        if (index < 0 || (_sources[index].ExclusionReason is not null && pullSource.ExclusionReason is null))
        {
            _sources.RemoveRange(Math.Max(index, 0), index < 0 ? 0 : 1);
            _sources.Add(pullSource);
        }
    }

    /// <summary>The places; those that are asked before those that are for other requests.</summary>
    public ValueList<PullSource> ToList()
    {
        var start = _sources.FindIndex(StartsHere);
        if (start >= 0)
        {
            var first = _sources[start] with { ExclusionReason = null, Explanation = $"it answered before; {_sources[start].Explanation}" };
            _sources.RemoveAt(start);
            _sources.Insert(0, first);
        }

        return _sources.OrderBy(static pullSource => pullSource.ExclusionReason is not null).ToValueList();
    }

    private bool StartsHere(PullSource pullSource) =>
        repository.StartAt is { } start
        && pullSource.ExclusionReason is null or PullSourceExclusionReason.ForTagsOnly or PullSourceExclusionReason.ForDigestsOnly
        && pullSource.Repository.Name == start.Repository
        && RegistryScope.Canonical(pullSource.Repository.Registry) == RegistryScope.Canonical(start.Registry);

    private static bool IsSame(RegistryRepository left, RegistryRepository right) =>
        left.Name == right.Name
        && RegistryScope.Canonical(left.Registry) == RegistryScope.Canonical(right.Registry);
}
