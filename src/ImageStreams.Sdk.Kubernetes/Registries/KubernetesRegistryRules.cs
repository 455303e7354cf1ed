using ImageStreams.Registries;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Kubernetes;

/// <summary>The mirrors and registry rules of a cluster, as they are now.</summary>
/// <remarks>
/// <para>They are those of its image digest mirror sets, image tag mirror sets, image content source policies and of
/// <c>images.config.openshift.io/cluster</c>, as <see cref="RegistryRules.From"/> reads them from files; the certificate authorities are
/// those of the ConfigMap in <c>openshift-config</c> that the latter names. All are watched, so that a change counts for the next
/// request. Kinds that the cluster does not have (on plain Kubernetes, all of them) and objects that this user may not see are none,
/// and looked for again. Rights that are withdrawn later leave the rules as they were last seen; the log says that once, and <see
/// cref="Watches"/> until they return.</para>
/// <para>Needs <c>list</c> and <c>watch</c> of these resources, and of that ConfigMap. Instances are thread-safe.</para>
/// </remarks>
public sealed class KubernetesRegistryRules : IAsyncDisposable, IDisposable
{
    private readonly ApiSender _sender;
    private readonly TimeSpan _readTimeout;
    private readonly WatchedRules _rules;
    private volatile bool _isKnown;

    /// <summary>Begins to watch the rules.</summary>
    /// <param name="connection">The connection; it stays the caller's to dispose of.</param>
    /// <param name="options">The waits; null for the defaults.</param>
    /// <param name="logger">The log; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="connection"/> is null.</exception>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    public KubernetesRegistryRules(
        ClusterConnection connection, KubernetesRegistryOptions? options = null, ILogger<KubernetesRegistryRules>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var copy = (options ?? new KubernetesRegistryOptions()).CopyChecked();
        (_sender, _readTimeout) = (connection.Sender, copy.ReadTimeout);
        _rules = new WatchedRules(_sender, copy.RecheckInterval, logger ?? NullLogger<KubernetesRegistryRules>.Instance);
    }

    /// <summary>The policy of the rules as they are now; no rules before the cluster has answered.</summary>
    public RegistryPolicy Current => _rules.Current;

    /// <summary>The state of each watch: since when it is interrupted or refused, and the last error. A copy.</summary>
    public IReadOnlyList<ClusterWatchStatus> Watches => _rules.Watches;

    /// <summary>Waits until the cluster has said which rules there are; it ends at once after that.</summary>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <returns>A task that ends then.</returns>
    /// <exception cref="RegistryException">The cluster has not answered within <see cref="KubernetesRegistryOptions.ReadTimeout"/>; the
    /// reason is <see cref="RegistryFailure.Unreachable"/>.</exception>
    public ValueTask WaitAsync(CancellationToken cancellationToken = default) =>
        _isKnown ? ValueTask.CompletedTask : new(WaitForFirstAsync(cancellationToken));

    /// <summary>Lets handlers trust the certificate authorities of the cluster, now and after each change.</summary>
    /// <param name="handlers">The handlers; requests that run keep their connections.</param>
    /// <param name="createOptions">Creates the other options of the handlers, new ones each time.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public void TrustIn(SocketsRegistryHandlerSource handlers, Func<RegistryTransportOptions> createOptions)
    {
        ArgumentNullException.ThrowIfNull(handlers);
        ArgumentNullException.ThrowIfNull(createOptions);
        _rules.Follow(authorities =>
        {
            var options = createOptions();
            authorities.AddTo(options);
            handlers.Renew(options);
        });
    }

    /// <summary>Ends the watches; the rules stay as they are.</summary>
    /// <returns>A task that ends when they have ended.</returns>
    public ValueTask DisposeAsync() => _rules.DisposeAsync();

    /// <summary>Ends the watches, without waiting for their ends; the rules stay as they are.</summary>
    public void Dispose() => _ = DisposeAsync().AsTask();

    private async Task WaitForFirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _rules.WaitAsync().WaitAsync(_readTimeout, _sender.TimeProvider, cancellationToken).ConfigureAwait(false);
            _isKnown = true;
        }
        catch (TimeoutException e)
        {
            throw new RegistryException(
                RegistryFailure.Unreachable,
                $"{_sender.Server} has not answered within {_readTimeout} how registries are to be contacted.",
                e);
        }
    }
}
