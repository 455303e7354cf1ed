using System.Collections.Concurrent;
using ImageStreams.Builds;
using ImageStreams.Storage;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Kubernetes;

/// <summary>The versions and UIDs of the objects with triggers that were observed, for Events about them. Thread-safe.</summary>
internal sealed class ObservedIdentities
{
    private readonly ConcurrentDictionary<TriggerObject, (string? ApiVersion, string? Uid)> _known = new();

    /// <summary>Remembers the objects of a watch, and forgets those that are deleted.</summary>
    public async IAsyncEnumerable<WatchEvent<ClusterObject>> ObserveAsync(IAsyncEnumerable<WatchEvent<ClusterObject>> watch)
    {
        await foreach (var change in watch.ConfigureAwait(false))
        {
            Observe(change);
            yield return change;
        }
    }

    /// <summary>Refers to an object, with what is known of it.</summary>
    public EventObject Refer(TriggerObject name)
    {
        var (version, uid) = _known.GetValueOrDefault(name);
        return new EventObject(name.Kind, name.Namespace, name.Name) { ApiVersion = version, Uid = uid };
    }

    private void Observe(WatchEvent<ClusterObject> change)
    {
        switch (change)
        {
            case WatchEvent<ClusterObject>.Added { Object: var added }:
                Set(added);
                break;
            case WatchEvent<ClusterObject>.Modified { Object: var modified }:
                Set(modified);
                break;
            case WatchEvent<ClusterObject>.Deleted { Object: var deleted }:
                _known.TryRemove(Name(deleted), out _);
                break;
        }
    }

    // Most objects of a cluster have no triggers.
    private void Set(ClusterObject value)
    {
        if (value.Metadata.Annotations.ContainsKey(ObjectFieldTrigger.AnnotationName) || value.Kind is BuildConfig.KindName or DeploymentConfig.KindName)
        {
            _known[Name(value)] = (value.ApiVersion, value.Metadata.Uid);
        }
    }

    private static TriggerObject Name(ClusterObject value) =>
        new() { Kind = value.Kind ?? "", Namespace = value.Namespace, Name = value.Name };
}
