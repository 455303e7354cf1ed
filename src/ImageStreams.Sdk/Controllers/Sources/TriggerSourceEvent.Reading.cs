using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <content>The reading of objects of any kind.</content>
public abstract partial record TriggerSourceEvent
{
    private static readonly ImageStreamJsonOptions OfAnyVersion = new() { CheckKind = false };

    /// <summary>Reads a change of an object as an API server or a store tells it.</summary>
    /// <remarks>An object that cannot be read, and a workload without the trigger annotation, have no triggers: they are told as
    /// <see cref="Removed"/>.</remarks>
    /// <param name="change">The change.</param>
    /// <param name="kinds">The kinds of workloads; null for <see cref="WorkloadKinds.Known"/>.</param>
    /// <returns>The event; null for a bookmark, which is about no object.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    public static TriggerSourceEvent? From(WatchEvent<ClusterObject> change, WorkloadKinds? kinds = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change switch
        {
            WatchEvent<ClusterObject>.Added added => Observe(added.Object, kinds ?? WorkloadKinds.Known),
            WatchEvent<ClusterObject>.Modified modified => Observe(modified.Object, kinds ?? WorkloadKinds.Known),
            WatchEvent<ClusterObject>.Deleted deleted => Remove(deleted.Object),
            _ => null,
        };
    }

    // Not every kind is checked when it is stored. The triggers of an object that cannot be read are nobody's, and must not stop those
    // of all others.
    private static TriggerSourceEvent Observe(ClusterObject value, WorkloadKinds kinds)
    {
        try
        {
            return value.Kind switch
            {
                BuildConfig.KindName => new BuildConfigObserved { BuildConfig = ParseAs<BuildConfig>(value) },
                DeploymentConfig.KindName => new DeploymentConfigObserved { DeploymentConfig = ParseAs<DeploymentConfig>(value) },
                _ => ObserveWorkload(value, kinds),
            };
        }
        catch (WireFormatException)
        {
            return Remove(value);
        }
    }

    private static TriggerSourceEvent ObserveWorkload(ClusterObject value, WorkloadKinds kinds) =>
        value.Metadata.Annotations.TryGetValue(ObjectFieldTrigger.AnnotationName, out _)
            ? new WorkloadObserved { Workload = Workload.Parse(RawJson.FromValid(ImageStreamJson.SerializeToUtf8Bytes(value)), kinds) }
            : Remove(value);

    private static Removed Remove(ClusterObject value) => new()
    {
        Object = new TriggerObject { Kind = value.Kind ?? "", Namespace = value.Namespace, Name = value.Name },
    };

    private static T ParseAs<T>(ClusterObject value)
        where T : ApiObject, IWireObject<T> =>
        ImageStreamJson.Deserialize<T>(ImageStreamJson.SerializeToUtf8Bytes(value), OfAnyVersion);
}
