using System.Runtime.CompilerServices;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Kubernetes;

/// <summary>Tells a trigger controller of the objects of a cluster that have triggers.</summary>
/// <remarks>
/// <para>Each kind is watched in each namespace of <see cref="KubernetesControllerOptions.Namespaces"/>, or once for all namespaces. What
/// may not be seen, or does not exist in the cluster, is said once in the log and looked for again every
/// <see cref="KubernetesControllerOptions.RecheckInterval"/>; it holds nothing else up. Rights that are withdrawn later leave the objects as
/// they were last seen; the log says that once, and <see cref="Watches"/> until they return.</para>
/// <para>Where OpenShift's own controllers run, the kinds that they follow are left to them, and the log says so once, unless
/// <see cref="KubernetesControllerOptions.TakesOver"/> is set. Workloads without the trigger annotation are not told. Thread-safe.</para>
/// </remarks>
public sealed class KubernetesTriggerSource : ITriggerSource
{
    private readonly ApiSender _sender;
    private readonly KubernetesControllerOptions _options;
    private readonly TriggerResources _resources;
    private readonly ILogger _logger;
    private readonly TriggerWatches _watches;
    private int _isLeftSaid;

    /// <summary>The objects that were told, for Events about them.</summary>
    internal ObservedIdentities Identities { get; } = new();

    /// <summary>Creates a source.</summary>
    /// <param name="connection">The connection; it stays the caller's to dispose of.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="logger">The logger, or null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="connection"/> is null.</exception>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    public KubernetesTriggerSource(
        ClusterConnection connection, KubernetesControllerOptions? options = null, ILogger<KubernetesTriggerSource>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _options = (options ?? new KubernetesControllerOptions()).Check(nameof(options));
        _resources = new TriggerResources(_options.Kinds);
        _logger = logger ?? NullLogger<KubernetesTriggerSource>.Instance;
        _sender = connection.Sender;
        _watches = new TriggerWatches(_sender, _options.RecheckInterval, _logger);
    }

    /// <summary>The state of each watch that runs: since when it is interrupted or refused, and the last error. A copy.</summary>
    public IReadOnlyList<ClusterWatchStatus> Watches => _watches.All;

    /// <inheritdoc/>
    /// <exception cref="ApiException">It cannot be found out whether OpenShift's own controllers run.</exception>
    public async IAsyncEnumerable<TriggerSourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var leavesBuiltIn = !_options.TakesOver && await ClusterControllers.ExistAsync(_sender, cancellationToken).ConfigureAwait(false);
        if (leavesBuiltIn && Interlocked.Exchange(ref _isLeftSaid, 1) == 0)
        {
            _logger.LeftToCluster(_sender.Server, string.Join(", ", TriggerResources.BuiltIn));
        }

        var resources = _resources.All.Where(resource => !(leavesBuiltIn && resource.IsBuiltIn));
        var source = new WatchedTriggerSource(resources.SelectMany(CreateWatches), _resources.Kinds);
        await foreach (var one in source.WatchAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return one;
        }
    }

    private IEnumerable<Func<CancellationToken, IAsyncEnumerable<WatchEvent<ClusterObject>>>> CreateWatches(TriggerResource resource) =>
        _options.Namespaces.DefaultIfEmpty<string?>(null)
            .Select(ns => new Func<CancellationToken, IAsyncEnumerable<WatchEvent<ClusterObject>>>(
                token => Identities.ObserveAsync(_watches.RunAsync(resource, ns, token))));
}
