using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.Registries;

/// <summary>What was said about scopes, found by the longest scope that a repository lies in.</summary>
/// <remarks>A look-up costs one step for each part of the host and of the path, however many scopes there are.</remarks>
internal sealed class ScopeTable<T>
    where T : class
{
    private readonly Dictionary<string, T> _values = new(StringComparer.Ordinal);

    /// <summary>The value of a scope; a new one, where none is there.</summary>
    public T GetOrAdd(RegistryScope scope, Func<RegistryScope, T> create)
    {
        var key = scope.ToString();
        if (!_values.TryGetValue(key, out var value))
        {
            _values[key] = value = create(scope);
        }

        return value;
    }

    /// <summary>The value of the longest scope: a path, then its parents, then the host, then its domains.</summary>
    public bool TryFind(RegistryRepository repository, [NotNullWhen(true)] out T? value)
    {
        var host = RegistryScope.Canonical(repository.Registry);
        return TryFindPath(host, repository.Name, out value) || TryFindDomain(RegistryScope.WithoutPort(host), out value);
    }

    private bool TryFindPath(string host, string name, [NotNullWhen(true)] out T? value)
    {
        var key = $"{host}/{name}".AsSpan();
        var lookup = _values.GetAlternateLookup<ReadOnlySpan<char>>();
        while (key.Length > host.Length)
        {
            if (lookup.TryGetValue(key, out value))
            {
                return true;
            }

            key = key[..key.LastIndexOf('/')];
        }

        return lookup.TryGetValue(key, out value);
    }

    private bool TryFindDomain(string host, [NotNullWhen(true)] out T? value)
    {
        for (var dot = host.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = host.IndexOf('.', dot + 1))
        {
            if (_values.TryGetValue($"*{host[dot..]}", out value))
            {
                return true;
            }
        }

        value = null;
        return false;
    }
}
