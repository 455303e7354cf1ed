using System.Collections.Frozen;

namespace ImageStreams.Registries;

/// <summary>Credentials by their keys. The best match is used, regardless of the order: a host before a pattern of hosts,
/// then the longest path, then the first entry; as a last resort, a key with a scheme and a path stands for its host.</summary>
internal sealed class CredentialTable
{
    private readonly FrozenDictionary<string, CredentialEntry> _exact;
    private readonly CredentialEntry[] _patterns;
    private readonly FrozenDictionary<string, CredentialEntry> _lastResort;

    /// <summary>Creates a table.</summary>
    /// <param name="entries">The credentials.</param>
    /// <param name="hasLastResort">True for files, whose keys <c>docker login</c> may have written; elsewhere keys are scopes
    /// always, as in Kubernetes.</param>
    public CredentialTable(IEnumerable<CredentialEntry> entries, bool hasLastResort = true)
    {
        var all = entries.ToList();
        _lastResort = all.Where(entry => hasLastResort && entry.Key is { HasScheme: true, IsPattern: false })
            .DistinctBy(entry => entry.Key.Host)
            .ToFrozenDictionary(entry => entry.Key.Host, StringComparer.Ordinal);
        _exact = all.Where(entry => !entry.Key.IsPattern)
            .DistinctBy(entry => entry.Key.ToString())
            .ToFrozenDictionary(entry => entry.Key.ToString(), StringComparer.Ordinal);
        _patterns = [.. all.Where(entry => entry.Key.IsPattern)
            .OrderByDescending(entry => entry.Key.Path.Length)
            .ThenByDescending(entry => entry.Key.Host, StringComparer.Ordinal)];
    }

    public CredentialEntry? Find(string registry, string repository)
    {
        var host = CredentialKey.NormalizeHost(registry);
        return FindByName($"{host}/{repository}", host.Length)
            ?? Array.Find(_patterns, entry => entry.Key.Matches(host, repository))
            ?? _lastResort.GetValueOrDefault(host);
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
