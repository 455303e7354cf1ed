using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>Scopes of one meaning, such as the blocked ones.</summary>
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

    /// <summary>The longest scope that a repository lies in; null when there is none.</summary>
    public RegistryScope? Find(RegistryRepository repository) =>
        _scopes.TryFind(repository, out var scope) ? scope : null;

    /// <summary>The same, with a host that is named without a port standing for all of its ports.</summary>
    /// <remarks>What forbids reaches further than what permits, so that no port is a way around it.</remarks>
    public RegistryScope? FindOnAnyPort(RegistryRepository repository) =>
        Find(repository) ?? Find(WithoutPort(repository));

    /// <summary>The repository of the same name on the host's usual port.</summary>
    public static RegistryRepository WithoutPort(RegistryRepository repository) =>
        repository with { Registry = RegistryScope.WithoutPort(repository.Registry) };
}
