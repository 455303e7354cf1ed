using System.Collections.Frozen;

namespace ImageStreams.AspNetCore;

/// <summary>The resources of one moment, by their paths.</summary>
internal sealed class ResourceSet
{
    private readonly FrozenDictionary<(string Group, string Version, string Plural), ServedResource> _byPath;
    private readonly FrozenSet<(string Group, string Version)> _versions;

    /// <exception cref="ArgumentException">Two resources have the same path.</exception>
    public ResourceSet(IEnumerable<ServedResource> resources)
    {
        All = [.. resources];
        _byPath = All.ToFrozenDictionary(GetPath);
        _versions = All.Select(resource => (resource.Definition.Group, resource.Definition.Version)).ToFrozenSet();
    }

    public IReadOnlyList<ServedResource> All { get; }

    /// <summary>Adds resources to those of the set, which win where two have the same path.</summary>
    public ResourceSet With(IReadOnlyList<ServedResource> others) => others.Count == 0
        ? this
        : new ResourceSet([.. All, .. others.Where(one => !_byPath.ContainsKey(GetPath(one))).DistinctBy(GetPath)]);

    public ServedResource? Find(string group, string version, string plural) => _byPath.GetValueOrDefault((group, version, plural));

    public bool Contains(string group, string version) => _versions.Contains((group, version));

    private static (string Group, string Version, string Plural) GetPath(ServedResource resource) =>
        (resource.Definition.Group, resource.Definition.Version, resource.Definition.Plural);
}
