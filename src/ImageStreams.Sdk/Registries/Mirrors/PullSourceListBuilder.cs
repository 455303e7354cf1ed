using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>Collects the pull sources of one repository, each once.</summary>
internal sealed class PullSourceListBuilder(RegistryRepository requested)
{
    private readonly List<PullSource?> _sources = []; // null where a later one replaced it
    private readonly Dictionary<(string Host, string Name), int> _positions = [];

    /// <summary>Returns the repository's name at a mirror; <see langword="null"/> when the result is not a
    /// name.</summary>
    /// <remarks>A repository that may be contacted insecurely may be so at its mirrors, too.</remarks>
    public RegistryRepository? Rewrite(RegistryScope source, RegistryMirror mirror)
    {
        var rest = source.FindPathBelow(requested)!;
        var separator = rest.Length == 0 || mirror.Location.Path.Length == 0 ? "" : "/";
        var name = mirror.Location.Path + separator + rest;
        return RegistryGrammar.IsRepositoryName(name)
            ? requested with
            {
                Registry = mirror.Location.Host,
                Name = name,
                Insecure = requested.Insecure || mirror.Insecure,
                StartAt = null,
            }
            : null;
    }

    /// <summary>Determines whether a location is the requested repository itself, as a mirror may be.</summary>
    public bool IsRequested(RegistryRepository location) => IsSame(location, requested);

    /// <summary>Adds a pull source. It replaces an entry of the same location only when the entry is not contacted
    /// and the new one is.</summary>
    public void Add(PullSource source)
    {
        var location = (RegistryScope.Canonical(source.Repository.Registry), source.Repository.Name);
        if (!_positions.TryGetValue(location, out var index))
        {
            Append(location, source);
        }
        else if (_sources[index]!.ExclusionReason is not null && source.ExclusionReason is null)
        {
            _sources[index] = null;
            Append(location, source);
        }
    }

    /// <summary>Returns the pull sources that are contacted before those that are not.</summary>
    public ValueList<PullSource> ToList()
    {
        var sources = _sources.OfType<PullSource>().ToList();
        var start = sources.FindIndex(IsStart);
        if (start >= 0)
        {
            var source = sources[start];
            sources.RemoveAt(start);
            sources.Insert(
                0, source with { ExclusionReason = null, Explanation = $"it answered before; {source.Explanation}" });
        }

        return sources.OrderBy(static source => source.ExclusionReason is not null).ToValueList();
    }

    private void Append((string Host, string Name) location, PullSource source)
    {
        _positions[location] = _sources.Count;
        _sources.Add(source);
    }

    private bool IsStart(PullSource source) =>
        requested.StartAt is { } start
        && source.ExclusionReason is null or PullSourceExclusionReason.ForTagsOnly or PullSourceExclusionReason.ForDigestsOnly
        && source.Repository.Name == start.Repository
        && RegistryScope.Canonical(source.Repository.Registry) == RegistryScope.Canonical(start.Registry);

    private static bool IsSame(RegistryRepository left, RegistryRepository right) =>
        left.Name == right.Name
        && RegistryScope.Canonical(left.Registry) == RegistryScope.Canonical(right.Registry);
}
