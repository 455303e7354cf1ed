using System.Collections.Frozen;
using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Credentials by their keys. The best match is used, regardless of the order: a host before a pattern of hosts,
/// then the longest path, then the first entry.</summary>
internal sealed class CredentialTable
{
    private readonly FrozenDictionary<string, CredentialEntry> _exact;
    private readonly CredentialEntry[] _patterns;

    public CredentialTable(IEnumerable<CredentialEntry> entries)
    {
        var all = entries.ToList();
        _exact = all.Where(entry => !entry.Key.IsPattern)
            .DistinctBy(entry => entry.Key.ToString())
            .ToFrozenDictionary(entry => entry.Key.ToString(), StringComparer.Ordinal);
        _patterns = [.. all.Where(entry => entry.Key.IsPattern)
            .OrderByDescending(entry => entry.Key.Path.Length)
            .ThenByDescending(entry => entry.Key.Host, StringComparer.Ordinal)];
    }

    public CredentialEntry? Find(string registry, string repository)
    {
        var host = DockerHub.Canonicalize(registry);
        return FindByName($"{host}/{repository}", host.Length)
            ?? Array.Find(_patterns, entry => entry.Key.Matches(host, repository));
    }

    /// <summary>Removes one component of the path after the other: <c>host/a/b</c>, <c>host/a</c>, <c>host</c>.</summary>
    private CredentialEntry? FindByName(ReadOnlySpan<char> name, int hostLength)
    {
        var byName = _exact.GetAlternateLookup<ReadOnlySpan<char>>();
        CredentialEntry? entry;
        while (!byName.TryGetValue(name, out entry) && name.Length > hostLength)
        {
            name = name[..name.LastIndexOf('/')];
        }

        return entry;
    }
}
