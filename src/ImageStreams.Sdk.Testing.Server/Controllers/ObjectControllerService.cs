using System.Threading.Channels;
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

    private async Task RunAsync(ObjectController controller, CancellationToken cancellationToken)
    {
        var changed = Channel.CreateUnbounded<ObjectKey>();
        var watches = controller.OwnedResources
            .Select(resource => WatchAsync(resource, controller.FindOwner, changed.Writer, cancellationToken))
            .Prepend(WatchAsync(controller.Resource, static value => ObjectKey.FromObject(value), changed.Writer, cancellationToken))
            .ToList();
        await foreach (var key in changed.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            await ReconcileAsync(controller, key, cancellationToken).ConfigureAwait(false);
        }

        await Task.WhenAll(watches).ConfigureAwait(false);
    }

    private async Task ReconcileAsync(ObjectController controller, ObjectKey key, CancellationToken cancellationToken)
    {
        try
        {
            await controller.ReconcileAsync(key, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The next change of the object is another chance.
            logger.ObjectFailed(e, controller.Resource, key.ToString());
        }
    }

    private async Task WatchAsync(
        string resource, Func<ClusterObject, ObjectKey?> find, ChannelWriter<ObjectKey> changed, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await ForwardAsync(resource, find, changed, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                logger.WatchFailed(e, resource);
            }

            await Task.Delay(RetryDelay, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ForwardAsync(
        string resource, Func<ClusterObject, ObjectKey?> find, ChannelWriter<ObjectKey> changed, CancellationToken cancellationToken)
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
                await changed.WriteAsync(key, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
