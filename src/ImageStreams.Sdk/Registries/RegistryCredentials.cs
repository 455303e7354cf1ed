namespace ImageStreams.Registries;

/// <summary>Simple sources of credentials: none, fixed ones per registry, or a function.</summary>
public static class RegistryCredentials
{
    /// <summary>Never finds any: every registry is asked anonymously.</summary>
    public static IRegistryCredentialSource Anonymous { get; } = new Callback(static (_, _) => default);

    /// <summary>Creates a source that knows one registry.</summary>
    /// <param name="registry">The registry's host and optional port, compared without case.</param>
    /// <param name="userName">The user name, without a colon.</param>
    /// <param name="password">The password or access token.</param>
    public static IRegistryCredentialSource For(string registry, string userName, string password)
    {
        RegistryGrammar.RequireRegistry(registry);
        RegistryCredential credential = new RegistryCredential.Login { UserName = userName, Password = password };
        return From((query, _) => ValueTask.FromResult(IsFor(query, registry) ? credential : null));
    }

    /// <summary>Creates a source from a function with the contract of
    /// <see cref="IRegistryCredentialSource.FindAsync"/>.</summary>
    /// <param name="find">Finds the credential, or <see langword="null"/>.</param>
    public static IRegistryCredentialSource From(
        Func<RegistryCredentialQuery, CancellationToken, ValueTask<RegistryCredential?>> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        return new Callback(find);
    }

    private static bool IsFor(RegistryCredentialQuery query, string registry) =>
        string.Equals(query.Registry, registry, StringComparison.OrdinalIgnoreCase);

    private sealed class Callback(
        Func<RegistryCredentialQuery, CancellationToken, ValueTask<RegistryCredential?>> find) : IRegistryCredentialSource
    {
        public ValueTask<RegistryCredential?> FindAsync(
            RegistryCredentialQuery query, CancellationToken cancellationToken) => find(query, cancellationToken);
    }
}
