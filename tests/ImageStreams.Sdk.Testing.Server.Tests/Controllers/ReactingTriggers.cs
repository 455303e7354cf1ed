using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Serialization;
using ImageStreams.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Tests.TestingServer;

/// <summary>A trigger controller that knows an object as it was.</summary>
internal static class ReactingTriggers
{
    /// <summary>Lets it react once to a build configuration.</summary>
    public static async Task ReactAsync(FakeCluster cluster, ClusterObject stale)
    {
        var resources = cluster.Services.GetRequiredService<ClusterResources>().ByName;
        var events = new ClusterEvents(new ControllerCalls(resources, cluster.Objects), TimeProvider.System, NullLogger<ClusterEvents>.Instance);
        var options = new TriggerControllerOptions { InternalRegistryHostname = ClusterRequests.Registry };
        var triggers = new TriggerController(new ClusterTriggerTarget(resources, events), options);
        foreach (var stream in (await cluster.Client.Streams.ListAsync(ns: null)).Items)
        {
            triggers.Observe(stream);
        }

        triggers.Observe(ImageStreamJson.Deserialize<BuildConfig>(
            ImageStreamJson.SerializeToUtf8Bytes(stale), new ImageStreamJsonOptions { CheckKind = false }));
        await triggers.ReactAsync();
    }
}
