using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>A set of scopes, such as the blocked ones.</summary>
internal sealed class ScopeSet
{
    private readonly ScopeTable<RegistryScope> _scopes = new();

    public ScopeSet(ValueList<RegistryScope> scopes)
    {
        IsEmpty = scopes.IsEmpty;
        foreach (var scope in scopes)
        {
            _scopes.GetOrAdd(scope, static scope => scope);
        }
    }

    public bool IsEmpty { get; }

    /// <summary>Finds the longest scope that a repository lies in; null when there is none.</summary>
    public RegistryScope? Find(RegistryRepository repository) =>
        _scopes.TryFind(repository, out var scope) ? scope : null;

    /// <summary>Finds the longest scope, where a host without a port stands for all of its ports.</summary>
    /// <remarks>Rules that forbid apply to every port, so that no port bypasses them; rules that permit do not.</remarks>
    public RegistryScope? FindOnAnyPort(RegistryRepository repository) =>
        Find(repository) ?? Find(WithoutPort(repository));

    /// <summary>Returns the repository of the same name on the host's default port.</summary>
    public static RegistryRepository WithoutPort(RegistryRepository repository) =>
        repository with { Registry = RegistryScope.WithoutPort(repository.Registry) };
}
