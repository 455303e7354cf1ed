using System.Text;

namespace ImageStreams.Registries;

/// <summary>The sources of credentials: none, fixed ones, files, helpers, pull secrets, functions, and chains of
/// them.</summary>
/// <remarks>
/// <para>What a credential is for is written as in Docker's and Podman's files and in Kubernetes' pull secrets: a host
/// (<c>quay.io</c>), a host with the start of a path (<c>quay.io/team</c>, <c>quay.io/team/app</c>), or a pattern of hosts
/// (<c>*.example.com</c>, one star for one label). A host by its name goes before a pattern, then the longest path wins.
/// Docker Hub's names are one.</para>
/// <para>No file, variable or program is looked at unless it is named here.</para>
/// </remarks>
public static class RegistryCredentials
{
    private const int MaxSecretBytes = 16 << 20;

    /// <summary>Never finds any: every registry is asked anonymously.</summary>
    public static IRegistryCredentialSource Anonymous { get; } = new AnonymousCredentialSource();

    /// <summary>Creates a source with one login.</summary>
    /// <param name="registry">What it is for, such as <c>quay.io</c> or <c>quay.io/team</c>.</param>
    /// <param name="userName">The user name, without a colon.</param>
    /// <param name="password">The password or access token.</param>
    /// <exception cref="ArgumentException">One of them is malformed.</exception>
    public static IRegistryCredentialSource For(string registry, string userName, string password) =>
        For(registry, new RegistryCredential.Login { UserName = userName, Password = password });

    /// <summary>Creates a source with one credential.</summary>
    /// <param name="registry">What it is for, such as <c>quay.io</c> or <c>quay.io/team</c>.</param>
    /// <param name="credential">The credential.</param>
    /// <exception cref="ArgumentException"><paramref name="registry"/> is malformed.</exception>
    public static IRegistryCredentialSource For(string registry, RegistryCredential credential) =>
        FromEntries([new(registry, credential)]);

    /// <summary>Creates a source with several credentials.</summary>
    /// <param name="entries">What each is for, and the credential; the best match wins, whatever the order.</param>
    /// <param name="name">What errors call the source.</param>
    /// <exception cref="ArgumentException">A key is malformed.</exception>
    public static IRegistryCredentialSource FromEntries(
        IEnumerable<KeyValuePair<string, RegistryCredential>> entries, string name = "the options")
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new CredentialTableSource(name, new CredentialTable(entries.Select(CreateEntry)));
    }

    /// <summary>Creates a source from a function with the contract of
    /// <see cref="IRegistryCredentialSource.FindAsync"/>.</summary>
    /// <param name="find">Finds the credential, or <see langword="null"/>.</param>
    /// <param name="name">What errors call the source.</param>
    public static IRegistryCredentialSource From(
        Func<RegistryCredentialQuery, CancellationToken, ValueTask<RegistryCredential?>> find,
        string name = "the callback")
    {
        ArgumentNullException.ThrowIfNull(find);
        return new CallbackCredentialSource(name, find);
    }

    /// <summary>Creates a source that asks others in their order; the first that has a credential wins.</summary>
    /// <param name="sources">The sources; a failing one ends the search.</param>
    public static IRegistryCredentialSource Chain(params IEnumerable<IRegistryCredentialSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return new CredentialChain([.. sources]);
    }

    /// <summary>Creates a source that answers in one name only, such as a namespace with pull secrets of its own.</summary>
    /// <param name="scope">The name; see <see cref="RegistryRepository.CredentialScope"/>.</param>
    /// <param name="source">What is asked then.</param>
    public static IRegistryCredentialSource InScope(string scope, IRegistryCredentialSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new ScopedCredentialSource(scope, source);
    }

    /// <summary>Creates a source from <c>auth.json</c>, <c>config.json</c> or <c>.dockercfg</c>, which is read when it is
    /// needed and again when it has changed. A file that is not there has nothing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Limits, and whether helpers may be run; defaults when <see langword="null"/>.</param>
    /// <param name="timeProvider">The clock of helpers; the system's when <see langword="null"/>.</param>
    public static IRegistryCredentialSource FromFile(
        string path, RegistryAuthFileOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new AuthFileSource(path, options ?? new(), timeProvider ?? TimeProvider.System);
    }

    /// <summary>Creates a source from the places where container tools keep credentials. Variables of the environment are
    /// read now.</summary>
    /// <param name="locations">Which places.</param>
    /// <param name="options">Limits, and whether helpers may be run; defaults when <see langword="null"/>.</param>
    /// <param name="timeProvider">The clock of helpers; the system's when <see langword="null"/>.</param>
    public static IRegistryCredentialSource FromLocations(
        RegistryAuthLocations locations, RegistryAuthFileOptions? options = null, TimeProvider? timeProvider = null)
    {
        var (settings, clock) = (options ?? new(), timeProvider ?? TimeProvider.System);
        return Chain(AuthLocations.In(locations).Select(location => location.CreateSource(settings, clock)));
    }

    /// <summary>Creates a source that asks a credential helper for every registry.</summary>
    /// <param name="helper">The part of its name after <c>docker-credential-</c>.</param>
    /// <param name="options">How it is run; defaults when <see langword="null"/>.</param>
    /// <param name="timeProvider">The clock of its time limit; the system's when <see langword="null"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="helper"/> is no such name.</exception>
    public static IRegistryCredentialSource FromHelper(
        string helper, CredentialHelperOptions? options = null, TimeProvider? timeProvider = null) =>
        CredentialHelper.IsValidName(helper)
            ? new CredentialHelperSource(helper, options ?? new(), timeProvider ?? TimeProvider.System)
            : throw new ArgumentException("A helper is named by letters, digits, '.', '_' and '-'.", nameof(helper));

    /// <summary>Creates a source from Kubernetes pull secrets: the JSON of a <c>Secret</c> of type
    /// <c>kubernetes.io/dockerconfigjson</c> or <c>kubernetes.io/dockercfg</c>, or of a list of secrets, of which others are
    /// skipped. The best match in all of them wins.</summary>
    /// <param name="json">The JSON, at most 16 MiB.</param>
    /// <exception cref="RegistryCredentialException">The JSON, or a pull secret in it, is malformed.</exception>
    public static IRegistryCredentialSource FromPullSecrets(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Length <= MaxSecretBytes
            ? new CredentialTableSource(
                "the pull secrets", new CredentialTable(PullSecretReader.Read(Encoding.UTF8.GetBytes(json))))
            : throw CredentialErrors.TooLarge("The pull secret", MaxSecretBytes);
    }

    private static CredentialEntry CreateEntry(KeyValuePair<string, RegistryCredential> entry) =>
        CredentialKey.Parse(entry.Key) is { } key
            ? new CredentialEntry(key, entry.Key, entry.Value)
            : throw new ArgumentException(
                "A credential is for a host, a host with a path, or a pattern of hosts.", nameof(entry));
}
