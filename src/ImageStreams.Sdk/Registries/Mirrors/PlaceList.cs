using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>The places for one repository, each once, as they are gathered.</summary>
internal sealed class PlaceList(RegistryRepository repository)
{
    private readonly List<RegistryPlace> _places = [];

    /// <summary>The repository's name at a mirror; null where it would not be one.</summary>
    /// <remarks>Whoever allows a repository to be asked insecurely allows it of whoever serves it.</remarks>
    public RegistryRepository? Rewrite(RegistryScope source, RegistryMirror mirror)
    {
        var rest = source.RestOf(repository)!;
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
    public bool IsSource(RegistryRepository place) => IsSame(place, repository);

    /// <summary>Adds a place. One that is there already stays, unless it is not asked and the new one is.</summary>
    public void Add(RegistryPlace place)
    {
        var index = _places.FindIndex(known => IsSame(known.Repository, place.Repository));
        if (index < 0 || (_places[index].Exclusion is not null && place.Exclusion is null))
        {
            _places.RemoveRange(Math.Max(index, 0), index < 0 ? 0 : 1);
            _places.Add(place);
        }
    }

    /// <summary>The places; those that are asked before those that are for other requests.</summary>
    public ValueList<RegistryPlace> ToList()
    {
        var start = _places.FindIndex(StartsHere);
        if (start >= 0)
        {
            var first = _places[start] with { Exclusion = null, Why = $"it answered before; {_places[start].Why}" };
            _places.RemoveAt(start);
            _places.Insert(0, first);
        }

        return _places.OrderBy(static place => place.Exclusion is not null).ToValueList();
    }

    private bool StartsHere(RegistryPlace place) =>
        repository.StartAt is { } start
        && place.Exclusion is null or PlaceExclusion.ForTagsOnly or PlaceExclusion.ForDigestsOnly
        && place.Repository.Name == start.Repository
        && RegistryScope.Canonical(place.Repository.Registry) == RegistryScope.Canonical(start.Registry);

    private static bool IsSame(RegistryRepository left, RegistryRepository right) =>
        left.Name == right.Name
        && RegistryScope.Canonical(left.Registry) == RegistryScope.Canonical(right.Registry);
}
