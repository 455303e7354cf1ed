using System.Text;

namespace ImageStreams.Registries;

/// <summary>Creates sources of credentials: none, fixed ones, files, helpers, pull secrets, functions, and chains of
/// them.</summary>
/// <remarks>
/// <para>The key of a credential is written as in the files of Docker and Podman and in Kubernetes pull secrets: a host
/// (<c>quay.io</c>), a host with the start of a path (<c>quay.io/team</c>, <c>quay.io/team/app</c>), or a pattern of hosts
/// (<c>*.example.com</c>, one star for one label). A host takes precedence over a pattern, and a longer path over a shorter one.
/// Docker Hub's names are one host.</para>
/// <para>No file, environment variable or program is used unless it is named here.</para>
/// </remarks>
public static class RegistryCredentials
{
    private const int MaxSecretBytes = 16 << 20;

    /// <summary>The source without credentials: every registry is accessed anonymously.</summary>
    public static IRegistryCredentialSource Anonymous { get; } = new AnonymousSource();

    /// <summary>Creates a source with one user name and password.</summary>
    /// <param name="registry">The key, such as <c>quay.io</c> or <c>quay.io/team</c>.</param>
    /// <param name="userName">The user name, without a colon.</param>
    /// <param name="password">The password or access token.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentException"><paramref name="registry"/> or <paramref name="userName"/> is
    /// malformed.</exception>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="registry"/>, <paramref name="userName"/> or <paramref name="password"/> is null.
    /// </exception>
    public static IRegistryCredentialSource For(string registry, string userName, string password)
    {
        ArgumentNullException.ThrowIfNull(userName);
        ArgumentNullException.ThrowIfNull(password);
        return For(registry, new RegistryCredential.Login { UserName = userName, Password = password });
    }

    /// <summary>Creates a source with one credential.</summary>
    /// <param name="registry">The key, such as <c>quay.io</c> or <c>quay.io/team</c>.</param>
    /// <param name="credential">The credential.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentException"><paramref name="registry"/> is malformed.</exception>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="registry"/> or <paramref name="credential"/> is null.
    /// </exception>
    public static IRegistryCredentialSource For(string registry, RegistryCredential credential)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(credential);
        return FromEntries([new(registry, credential)]);
    }

    /// <summary>Creates a source with several credentials.</summary>
    /// <param name="entries">The credentials by their keys, in any order.</param>
    /// <param name="name">The name of the source in explanations.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    /// <exception cref="ArgumentException">A key is malformed.</exception>
    public static IRegistryCredentialSource FromEntries(
        IEnumerable<KeyValuePair<string, RegistryCredential>> entries, string name = "the options")
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new TableSource(name, new CredentialTable(entries.Select(CreateEntry), hasLastResort: false));
    }

    /// <summary>Creates a source from a function with the contract of
    /// <see cref="IRegistryCredentialSource.FindAsync"/>.</summary>
    /// <param name="find">Finds the credential, or returns <see langword="null"/>.</param>
    /// <param name="name">The name of the source in explanations.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="find"/> is null.</exception>
    public static IRegistryCredentialSource From(
        Func<RegistryCredentialQuery, CancellationToken, ValueTask<RegistryCredential?>> find,
        string name = "the callback")
    {
        ArgumentNullException.ThrowIfNull(find);
        return new CallbackSource(name, find);
    }

    /// <summary>Creates a source that tries others in order; the first credential found is used.</summary>
    /// <param name="sources">The sources; an exception of one ends the search.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sources"/> is null.</exception>
    public static IRegistryCredentialSource Chain(params IEnumerable<IRegistryCredentialSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return new ChainSource([.. sources]);
    }

    /// <summary>Creates a source for one credential scope only, such as a namespace with pull secrets of its own.</summary>
    /// <param name="scope">The scope; see <see cref="RegistryRepository.CredentialScope"/>.</param>
    /// <param name="source">The source to use in this scope.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    public static IRegistryCredentialSource InScope(string scope, IRegistryCredentialSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new ScopedSource(scope, source);
    }

    /// <summary>Creates a source from a credential file (<c>auth.json</c>, <c>config.json</c> or <c>.dockercfg</c>),
    /// which is read when it is needed and again when it has changed. A file that does not exist has no
    /// credentials.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="timeProvider">The time provider of the helpers, or null for the system clock.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static IRegistryCredentialSource FromFile(
        string path, RegistryAuthFileOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new AuthFileSource(path, options ?? new(), timeProvider ?? TimeProvider.System);
    }

    /// <summary>Creates a source from the credential files of container tools. Environment variables are read
    /// now.</summary>
    /// <param name="locations">The files.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="timeProvider">The time provider of the helpers, or null for the system clock.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static IRegistryCredentialSource FromLocations(
        RegistryAuthLocations locations, RegistryAuthFileOptions? options = null, TimeProvider? timeProvider = null) =>
        Chain(AuthFileSearchOrder.CreateSources(locations, options ?? new(), timeProvider ?? TimeProvider.System));

    /// <summary>Creates a source that runs a credential helper for every registry.</summary>
    /// <param name="helper">The part of its name after <c>docker-credential-</c>.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="timeProvider">The time provider of the time limit, or null for the system clock.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="helper"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="helper"/> is not a name of a helper.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static IRegistryCredentialSource FromHelper(
        string helper, CredentialHelperOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(helper);
        return CredentialHelper.IsValidName(helper)
            ? new HelperSource(helper, new CredentialHelperCache(options ?? new(), timeProvider ?? TimeProvider.System))
            : throw new ArgumentException("A helper is named by letters, digits, '.', '_' and '-'.", nameof(helper));
    }

    /// <summary>Creates a source from Kubernetes pull secrets: the JSON of a <c>Secret</c> of type
    /// <c>kubernetes.io/dockerconfigjson</c> or <c>kubernetes.io/dockercfg</c>, or of a list of secrets, in which
    /// secrets of other types are skipped. The best match in all of them is used.</summary>
    /// <param name="json">The JSON, at most 16 MiB.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="RegistryCredentialException">The JSON, or a pull secret in it, is malformed, or a single secret is of
    /// another type.</exception>
    public static IRegistryCredentialSource FromPullSecrets(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Length <= MaxSecretBytes
            ? new TableSource("the pull secrets", new CredentialTable(PullSecretReader.Read(Encoding.UTF8.GetBytes(json)), hasLastResort: false))
            : throw CredentialErrors.TooLarge("The pull secret", MaxSecretBytes);
    }

    private static CredentialEntry CreateEntry(KeyValuePair<string, RegistryCredential> entry) =>
        CredentialKey.Parse(entry.Key) is { } key
            ? new CredentialEntry(key, entry.Key, entry.Value)
            : throw new ArgumentException(
                "The key of a credential is a host, a host with a path, or a pattern of hosts.", nameof(entry));

    private sealed class AnonymousSource : IRegistryCredentialSource
    {
        public ValueTask<RegistryCredentialLookup> FindAsync(
            RegistryCredentialQuery query, CancellationToken cancellationToken) =>
            ValueTask.FromResult(RegistryCredentialLookup.Empty);
    }

    private sealed class TableSource(string name, CredentialTable table) : IRegistryCredentialSource
    {
        public ValueTask<RegistryCredentialLookup> FindAsync(
            RegistryCredentialQuery query, CancellationToken cancellationToken) =>
            ValueTask.FromResult(table.Find(query.Registry, query.Repository) is { } entry
                ? RegistryCredentialLookup.Found(entry.Credential, GetName(entry), entry.Text)
                : RegistryCredentialLookup.None(name));

        private string GetName(CredentialEntry entry) => entry.Document.Length > 0 ? entry.Document : name;
    }

    private sealed class CallbackSource(
        string name, Func<RegistryCredentialQuery, CancellationToken, ValueTask<RegistryCredential?>> find)
        : IRegistryCredentialSource
    {
        public async ValueTask<RegistryCredentialLookup> FindAsync(
            RegistryCredentialQuery query, CancellationToken cancellationToken) =>
            await find(query, cancellationToken).ConfigureAwait(false) is { } credential
                ? RegistryCredentialLookup.Found(credential, name)
                : RegistryCredentialLookup.None(name);
    }

    private sealed class ScopedSource(string scope, IRegistryCredentialSource inner) : IRegistryCredentialSource
    {
        public ValueTask<RegistryCredentialLookup> FindAsync(
            RegistryCredentialQuery query, CancellationToken cancellationToken) =>
            query.Scope == scope
                ? inner.FindAsync(query, cancellationToken)
                : ValueTask.FromResult(RegistryCredentialLookup.Empty);
    }

    private sealed class HelperSource(string helper, CredentialHelperCache helpers) : IRegistryCredentialSource
    {
        public ValueTask<RegistryCredentialLookup> FindAsync(
            RegistryCredentialQuery query, CancellationToken cancellationToken) =>
            helpers.FindAsync(helper, query.Registry, cancellationToken);
    }

    private sealed class ChainSource(IRegistryCredentialSource[] sources) : IRegistryCredentialSource
    {
        public async ValueTask<RegistryCredentialLookup> FindAsync(
            RegistryCredentialQuery query, CancellationToken cancellationToken)
        {
            var tried = new List<RegistryCredentialAttempt>();
            foreach (var source in sources)
            {
                var lookup = await source.FindAsync(query, cancellationToken).ConfigureAwait(false);
                tried.AddRange(lookup.Tried);
                if (lookup.Credential is not null)
                {
                    return lookup with { Tried = [.. tried] };
                }
            }

            return new RegistryCredentialLookup { Tried = [.. tried] };
        }
    }
}
