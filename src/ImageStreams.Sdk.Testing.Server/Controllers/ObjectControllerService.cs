using ImageStreams.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Testing.Server;

/// <summary>Runs controllers: tells each of the objects that have changed, one after the other.</summary>
internal sealed class ObjectControllerService(
    IEnumerable<ObjectController> controllers,
    ClusterResources resources,
    IClusterObjectStore store,
    TimeProvider timeProvider,
    ILogger<ObjectControllerService> logger) : BackgroundService
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(controllers
        .Where(controller => resources.ByName.ContainsKey(controller.Resource)
            && controller.OwnedResources.All(resources.ByName.ContainsKey))
        .Select(controller => RunAsync(controller, stoppingToken)));

    private Task RunAsync(ObjectController controller, CancellationToken cancellationToken)
    {
        var queue = new ReconcileQueue(timeProvider);
        return Task.WhenAll(
        [
            ReconcileAllAsync(controller, queue, cancellationToken),
            WatchAsync(controller.Resource, static value => ObjectKey.FromObject(value), queue, cancellationToken),
            .. controller.OwnedResources.Select(resource => WatchAsync(resource, controller.FindOwner, queue, cancellationToken)),
        ]);
    }

    private async Task ReconcileAllAsync(ObjectController controller, ReconcileQueue queue, CancellationToken cancellationToken)
    {
        while (true)
        {
            var key = await queue.TakeAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await controller.ReconcileAsync(key, cancellationToken).ConfigureAwait(false);
                queue.Forget(key);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                logger.ObjectFailed(e, controller.Resource, key.ToString(), queue.AddLater(key, cancellationToken));
            }
        }
    }

    private async Task WatchAsync(
        string resource, Func<ClusterObject, ObjectKey?> find, ReconcileQueue queue, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await ForwardAsync(resource, find, queue, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                logger.WatchFailed(e, resource);
            }

            await Task.Delay(RetryDelay, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ForwardAsync(
        string resource, Func<ClusterObject, ObjectKey?> find, ReconcileQueue queue, CancellationToken cancellationToken)
    {
        await foreach (var change in store.GetObjects(resource).WatchAsync(new WatchQuery(), cancellationToken).ConfigureAwait(false))
        {
            var value = change switch
            {
                WatchEvent<ClusterObject>.Added added => added.Object,
                WatchEvent<ClusterObject>.Modified modified => modified.Object,
                WatchEvent<ClusterObject>.Deleted deleted => deleted.Object,
                _ => null,
            };
            if (value is not null && find(value) is { } key)
            {
                queue.Add(key);
            }
        }
    }
}
