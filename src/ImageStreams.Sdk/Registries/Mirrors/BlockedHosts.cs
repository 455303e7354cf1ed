namespace ImageStreams.Registries;

/// <summary>The blocked hosts of a policy, for the addresses to which registries lead.</summary>
/// <remarks>All instances are equal, so that repositories are compared by what they name.</remarks>
internal sealed class BlockedHosts(IEnumerable<RegistryScope> scopes)
{
    private readonly ScopeSet _scopes = new([.. scopes.Where(static scope => scope.Path.Length == 0)]);

    public static BlockedHosts None { get; } = new([]);

    /// <summary>Finds the rule that blocks the host of an address; <see langword="null"/> when it is not blocked. A host that no
    /// rule can name is blocked when any host is.</summary>
    public string? Find(Uri address)
    {
        if (_scopes.IsEmpty)
        {
            return null;
        }

        var host = HostNames.Get(address).TrimEnd('.').Replace('_', '-');   // grammar of registries
        var registry = address.IsDefaultPort ? host : $"{host}:{address.Port}";
        return RegistryGrammar.IsRegistry(registry)
            ? _scopes.FindOnAnyPort(new RegistryRepository { Registry = registry, Name = "x" })?.ToString()
            : "any host that is not a registry name";
    }

    public override bool Equals(object? obj) => obj is BlockedHosts;

    public override int GetHashCode() => 0;
}
