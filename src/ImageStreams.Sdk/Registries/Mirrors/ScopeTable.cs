using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.Registries;

/// <summary>Values by scope, found by the longest scope that a repository lies in.</summary>
/// <remarks>A lookup takes one step for each part of the host and of the path, regardless of the number of scopes.</remarks>
internal sealed class ScopeTable<T>
    where T : class
{
    private readonly Dictionary<string, T> _values = new(StringComparer.Ordinal);

    /// <summary>Returns the value of a scope, and adds a new one if there is none.</summary>
    public T GetOrAdd(RegistryScope scope, Func<RegistryScope, T> create)
    {
        var key = scope.ToString();
        if (!_values.TryGetValue(key, out var value))
        {
            _values[key] = value = create(scope);
        }

        return value;
    }

    /// <summary>Finds the value of the longest scope: a path, then its parents, then the host, then its domains.</summary>
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
