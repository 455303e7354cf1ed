using ImageStreams.Controllers;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>Tells a trigger controller of the objects of a cluster that have triggers.</summary>
internal static class ClusterTriggerSource
{
    private static readonly TimeSpan BookmarkInterval = TimeSpan.FromMinutes(1);

    /// <summary>The resources whose objects are watched, as the controller of OpenShift watches them.</summary>
    public static IReadOnlyList<string> Resources { get; } =
    [
        "buildconfigs.build.openshift.io", "deploymentconfigs.apps.openshift.io", "deployments.apps", "statefulsets.apps",
        "daemonsets.apps", "cronjobs.batch",
    ];

    /// <summary>Creates the source of the objects of a store.</summary>
    public static WatchedTriggerSource Create(IClusterObjectStore store) => new(Resources.Select(
        resource => new Func<CancellationToken, IAsyncEnumerable<WatchEvent<ClusterObject>>>(
            token => store.GetObjects(resource).WatchAsync(new WatchQuery { BookmarkInterval = BookmarkInterval }, token))));
}
