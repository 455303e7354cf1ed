using System.Runtime.CompilerServices;
using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Storage;
using ImageStreams.Workloads;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Kubernetes;

/// <summary>The watches of objects that may have triggers, as long as somebody reads them.</summary>
/// <param name="sender">The connection.</param>
/// <param name="recheck">The time after which what may not be seen is looked for again.</param>
/// <param name="logger">The log.</param>
internal sealed class TriggerWatches(ApiSender sender, TimeSpan recheck, ILogger logger)
{
    private readonly Lock _gate = new();
    private readonly List<ClusterWatch> _running = [];

    /// <summary>The states of the watches that run.</summary>
    public IReadOnlyList<ClusterWatchStatus> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _running.Select(static watch => watch.Status)];
            }
        }
    }

    /// <summary>Watches a resource in one namespace, or in all for null, until the token is canceled.</summary>
    public async IAsyncEnumerable<WatchEvent<ClusterObject>> RunAsync(
        TriggerResource resource, string? ns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new ReflectorOptions { Namespace = ns, RecheckInterval = recheck };
        var watch = new ClusterWatch(sender, resource.Type, options, logger, read: Trim);
        await using (watch.ConfigureAwait(false))
        {
            Note(() => _running.Add(watch));
            try
            {
                await foreach (var change in watch.ReadChangesAsync(cancellationToken).ConfigureAwait(false))
                {
                    yield return change;
                }
            }
            finally
            {
                Note(() => _running.Remove(watch));
            }
        }
    }

    // Most workloads of a cluster have no triggers: of them, the name is kept.
    private static ClusterObject Trim(ClusterObject value) =>
        value.Metadata.Annotations.ContainsKey(ObjectFieldTrigger.AnnotationName) || value.Kind is BuildConfig.KindName or DeploymentConfig.KindName
            ? value
            : new ClusterObject { ApiVersion = value.ApiVersion, Kind = value.Kind, Metadata = Identify(value.Metadata) };

    private static ObjectMeta Identify(ObjectMeta metadata) => new()
    {
        Namespace = metadata.Namespace,
        Name = metadata.Name,
        Uid = metadata.Uid,
        ResourceVersion = metadata.ResourceVersion,
    };

    private void Note(Action change)
    {
        lock (_gate)
        {
            change();
        }
    }
}
