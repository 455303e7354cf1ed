using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Testing.Server;

/// <summary>Tells a trigger controller of the objects of a cluster that have triggers.</summary>
internal sealed class ClusterTriggerSource(IClusterObjectStore store) : ITriggerSource
{
    private const int Capacity = 64;

    private static readonly TimeSpan BookmarkInterval = TimeSpan.FromMinutes(1);
    private static readonly ImageStreamJsonOptions OfAnyVersion = new() { CheckKind = false };

    /// <summary>The resources whose objects are watched, as the controller of OpenShift watches them.</summary>
    public static IReadOnlyList<string> Resources { get; } =
    [
        "buildconfigs.build.openshift.io", "deploymentconfigs.apps.openshift.io", "deployments.apps", "statefulsets.apps",
        "daemonsets.apps", "cronjobs.batch",
    ];

    public async IAsyncEnumerable<TriggerSourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var events = Channel.CreateBounded<TriggerSourceEvent?>(Capacity);
        var watches = Resources.Select(resource => ForwardAsync(resource, events.Writer, end.Token)).ToList();
        var left = watches.Count;
        try
        {
            await foreach (var one in events.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                if (one is not null)
                {
                    yield return one;
                }
                else if (--left == 0)
                {
                    yield return TriggerSourceEvent.Synced.Instance;
                }
            }
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(watches).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The first bookmark follows the objects that exist.
    private async Task ForwardAsync(string resource, ChannelWriter<TriggerSourceEvent?> events, CancellationToken cancellationToken)
    {
        var hasSynced = false;
        try
        {
            var query = new WatchQuery { BookmarkInterval = BookmarkInterval };
            await foreach (var change in store.GetObjects(resource).WatchAsync(query, cancellationToken).ConfigureAwait(false))
            {
                if (change is not WatchEvent<ClusterObject>.Bookmark)
                {
                    await events.WriteAsync(Read(change), cancellationToken).ConfigureAwait(false);
                }
                else if (!hasSynced)
                {
                    hasSynced = true;
                    await events.WriteAsync(null, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (Exception e)
        {
            events.TryComplete(e);
            throw;
        }
    }

    private static TriggerSourceEvent Read(WatchEvent<ClusterObject> change) => change switch
    {
        WatchEvent<ClusterObject>.Added added => Observe(added.Object),
        WatchEvent<ClusterObject>.Modified modified => Observe(modified.Object),
        WatchEvent<ClusterObject>.Deleted deleted => Remove(deleted.Object),
        _ => throw new ArgumentException("A bookmark is about no object.", nameof(change)),
    };

    // Not every kind is checked when it is stored. The triggers of an object that cannot be read are nobody's, and must not stop those
    // of all others.
    private static TriggerSourceEvent Observe(ClusterObject value)
    {
        try
        {
            return Parse(value);
        }
        catch (WireFormatException)
        {
            return Remove(value);
        }
    }

    private static TriggerSourceEvent Parse(ClusterObject value) => value.Kind switch
    {
        BuildConfig.KindName => new TriggerSourceEvent.BuildConfigObserved { BuildConfig = ParseAs<BuildConfig>(value) },
        DeploymentConfig.KindName => new TriggerSourceEvent.DeploymentConfigObserved
        {
            DeploymentConfig = ParseAs<DeploymentConfig>(value),
        },
        _ => new TriggerSourceEvent.WorkloadObserved { Workload = Workload.Parse(ImageStreamJson.SerializeToUtf8Bytes(value)) },
    };

    private static TriggerSourceEvent.Removed Remove(ClusterObject value) => new()
    {
        Object = new TriggerObject { Kind = value.Kind ?? "", Namespace = value.Namespace, Name = value.Name },
    };

    private static T ParseAs<T>(ClusterObject value)
        where T : ApiObject, IWireObject<T> =>
        ImageStreamJson.Deserialize<T>(ImageStreamJson.SerializeToUtf8Bytes(value), OfAnyVersion);
}
