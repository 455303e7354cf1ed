using ImageStreams.Registries;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Kubernetes;

/// <summary>The credentials of a cluster: the pull secrets of the namespaces on whose behalf registries are asked.</summary>
/// <remarks>
/// <para>As OpenShift's imports do, all pull secrets of the stream's namespace are used, linked to a service account or not; with
/// <see cref="KubernetesRegistryOptions.ServiceAccounts"/>, those that these accounts link. The namespace is the
/// <see cref="RegistryCredentialQuery.Scope"/>. The best match in all of them is used.</para>
/// <para>A namespace is watched from its first request on, so that secrets that are created, changed or deleted count for the next
/// one. Only secrets of the two types of pull secrets are asked for. Secrets that this user may not list and watch are none, which is
/// said once; a broken one is left out, which is said with its name. Secrets that were read are dropped when the right to read them is
/// withdrawn: after the cluster has refused for <see cref="KubernetesRegistryOptions.DropRefusedAfter"/>. No log and no text has the content of a secret.</para>
/// <para>Needs <c>list</c> and <c>watch</c> of secrets in these namespaces, and of service accounts where they are used. Instances are
/// thread-safe.</para>
/// </remarks>
public sealed class KubernetesCredentialSource : IRegistryCredentialSource, IAsyncDisposable, IDisposable
{
    private readonly ApiSender _sender;
    private readonly KubernetesRegistryOptions _options;
    private readonly ILogger _logger;
    private readonly NamespaceCache<PullSecretSet> _namespaces;
    private readonly Lazy<PullSecretSet>? _shared;

    /// <summary>Creates a source, which asks for nothing before it is asked.</summary>
    /// <param name="connection">The connection; it stays the caller's to dispose of.</param>
    /// <param name="options">The namespaces and limits; null for the defaults.</param>
    /// <param name="logger">The log; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="connection"/> is null.</exception>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    public KubernetesCredentialSource(
        ClusterConnection connection, KubernetesRegistryOptions? options = null, ILogger<KubernetesCredentialSource>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _sender = connection.Sender;
        _options = (options ?? new KubernetesRegistryOptions()).CopyChecked();
        _logger = logger ?? NullLogger<KubernetesCredentialSource>.Instance;
        _namespaces = new NamespaceCache<PullSecretSet>(
            _options.MaxNamespaces, ns => PullSecretSet.OfNamespace(_sender, ns, _options, _logger));
        _shared = _options.SharedSecrets.Count == 0 ? null : new(WatchShared);
    }

    /// <inheritdoc/>
    /// <exception cref="RegistryCredentialException">The cluster did not answer within <see
    /// cref="KubernetesRegistryOptions.ReadTimeout"/>.</exception>
    public async ValueTask<RegistryCredentialLookup> FindAsync(RegistryCredentialQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = await FindInNamespaceAsync(query, cancellationToken).ConfigureAwait(false);
        if (found.Credential is not null || _shared is null)
        {
            return found;
        }

        var shared = await _shared.Value.FindAsync(query, cancellationToken).ConfigureAwait(false);
        return shared with { Tried = [.. found.Tried, .. shared.Tried] };
    }

    /// <summary>The state of each watch: since when it is interrupted or refused, and the last error. A copy.</summary>
    public IReadOnlyList<ClusterWatchStatus> Watches =>
        [.. _namespaces.Values.SelectMany(static set => set.Watches), .. _shared is { IsValueCreated: true } ? _shared.Value.Watches : []];

    /// <summary>Ends the watches.</summary>
    public async ValueTask DisposeAsync()
    {
        await _namespaces.DisposeAsync().ConfigureAwait(false);
        if (_shared is { IsValueCreated: true })
        {
            await _shared.Value.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Ends the watches, without waiting for their ends.</summary>
    public void Dispose() => _ = DisposeAsync().AsTask();

    private async ValueTask<RegistryCredentialLookup> FindInNamespaceAsync(RegistryCredentialQuery query, CancellationToken cancellationToken)
    {
        var ns = query.Scope.Length > 0 ? query.Scope : _options.DefaultNamespace;
        if (ns.Length == 0 || (_options.Namespaces.Count > 0 && !_options.Namespaces.Contains(ns)))
        {
            return RegistryCredentialLookup.None("the pull secrets of the cluster", ns.Length == 0 ? "no namespace" : $"not used for the namespace {ns}");
        }

        return await _namespaces.Get(ns).FindAsync(query, cancellationToken).ConfigureAwait(false);
    }

    private PullSecretSet WatchShared()
    {
        var names = _options.SharedSecrets.Select(static text => SecretName.TryParse(text, out var name) ? name : null).OfType<SecretName>();
        return PullSecretSet.Shared(_sender, names, _options, _logger);
    }
}
