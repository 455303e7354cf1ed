using ImageStreams.Serialization;
using ImageStreams.Storage;
using ImageStreams.Workloads;

namespace ImageStreams.Testing.Server;

public sealed partial class FakeCluster
{
    /// <summary>Finds an object; null when there is none.</summary>
    /// <param name="resource">The resource with its group, such as <c>deployments.apps</c>.</param>
    /// <param name="ns">The namespace; empty for an object without one.</param>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public ValueTask<ClusterObject?> FindAsync(string resource, string ns, string name, CancellationToken cancellationToken = default) =>
        Objects.GetObjects(resource).FindAsync(new ObjectKey(ns, name), cancellationToken);

    /// <summary>Waits until an object is as expected, without polling; it may be so already, and need not exist yet.</summary>
    /// <param name="resource">The resource with its group, such as <c>deployments.apps</c>.</param>
    /// <param name="ns">The namespace; empty for an object without one.</param>
    /// <param name="name">The name.</param>
    /// <param name="isExpected">Determines whether the object is as expected.</param>
    /// <param name="cancellationToken">A token to end the wait; give it a time limit.</param>
    /// <returns>The object as it was expected.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled first.</exception>
    public async Task<ClusterObject> WaitForAsync(
        string resource, string ns, string name, Func<ClusterObject, bool> isExpected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(isExpected);
        var query = new WatchQuery { Namespace = ns, Name = name };
        await foreach (var change in Objects.GetObjects(resource).WatchAsync(query, cancellationToken).ConfigureAwait(false))
        {
            var value = change switch
            {
                WatchEvent<ClusterObject>.Added added => added.Object,
                WatchEvent<ClusterObject>.Modified modified => modified.Object,
                _ => null,
            };
            if (value is not null && isExpected(value))
            {
                return value;
            }
        }

        throw new OperationCanceledException(cancellationToken);
    }

    /// <summary>Waits until a container of a workload has an image.</summary>
    /// <param name="resource">The resource with its group, such as <c>deployments.apps</c>.</param>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The name.</param>
    /// <param name="container">The name of the container.</param>
    /// <param name="isExpected">Determines whether the image is the expected one.</param>
    /// <param name="cancellationToken">A token to end the wait; give it a time limit.</param>
    /// <returns>The image.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled first.</exception>
    public async Task<string> WaitForImageAsync(
        string resource, string ns, string name, string container, Func<string, bool> isExpected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(isExpected);
        var found = await WaitForAsync(
            resource, ns, name, value => FindImage(value, container) is { } image && isExpected(image), cancellationToken)
            .ConfigureAwait(false);
        return FindImage(found, container)!;
    }

    private static string? FindImage(ClusterObject value, string container) =>
        Workload.TryParse(ImageStreamJson.SerializeToUtf8Bytes(value), out var workload)
            ? workload.Containers.FirstOrDefault(one => one.Name == container)?.Image
            : null;
}
