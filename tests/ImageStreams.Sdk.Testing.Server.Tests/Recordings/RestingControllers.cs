using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using ImageStreams.References;
using ImageStreams.Storage;
using ImageStreams.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Tests.TestingServer;

/// <summary>The controllers of a fake cluster, which run when the recorded ones had run, and until they are at rest.</summary>
internal sealed class RestingControllers
{
    private const string BuildConfigs = "build-config-change-controller";
    private const int MaxRounds = 20;
    private const int Rounds = 3;

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [BuildConfigs] = "buildconfigs.build.openshift.io",
        ["deploymentconfig-controller"] = "deploymentconfigs.apps.openshift.io",
        ["deployer-controller"] = "replicationcontrollers",
    };

    private readonly FakeCluster _cluster;
    private readonly TimeProvider _timeProvider;
    private readonly List<ObjectController> _controllers;
    private readonly TriggerController _triggers;
    private readonly ITriggerSource _source;
    private readonly IImageStreamClient _client;

    /// <summary>Creates the controllers.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="timeProvider">The time provider.</param>
    /// <param name="remote">The connection and the options with which imports and triggers work from outside; null for inside.</param>
    public RestingControllers(
        FakeCluster cluster, TimeProvider timeProvider, (ClusterConnection Connection, KubernetesControllerOptions Options)? remote)
    {
        (_cluster, _timeProvider) = (cluster, timeProvider);
        var services = cluster.Services;
        var resources = services.GetRequiredService<ClusterResources>().ByName;
        var calls = new ControllerCalls(resources, cluster.Objects);
        var events = new ClusterEvents(calls, timeProvider, NullLogger<ClusterEvents>.Instance);
        _controllers =
        [
            new BuildConfigController(calls),
            new DeploymentConfigController(calls, events, timeProvider),
            new DeployerController(calls, events, timeProvider),
        ];
        var options = new TriggerControllerOptions { InternalRegistryHostname = ControllersReplay.RegistryHost, Fuse = null };
        ITriggerTarget target = remote is { } other
            ? new KubernetesTriggerTarget(other.Connection, other.Options)
            : new ClusterTriggerTarget(resources, events);
        _source = remote is { } one ? new KubernetesTriggerSource(one.Connection, one.Options) : ClusterTriggerSource.Create(cluster.Objects);
        _client = remote is { } its ? new KubernetesImageStreamClient(its.Connection) : cluster.Client;
        _triggers = new TriggerController(target, options, timeProvider);
    }

    /// <summary>Runs the controllers that wrote something in the recording.</summary>
    public async Task RunAsync(IReadOnlyList<RecordedCue> cues)
    {
        var hasTriggers = cues.Any(static cue => cue.Controller == "image-trigger-controller");
        if (hasTriggers)
        {
            await ObserveAsync();
        }

        // A build of the creation and one of a trigger are started at the same time.
        await ReconcileAsync([.. cues.Where(static cue => cue.Controller == BuildConfigs)]);
        if (hasTriggers)
        {
            await ReactAsync();
        }

        await ReconcileAsync(cues);

        if (cues.Any(static cue => cue.Controller == "image-import-controller"))
        {
            await ImportAsync(cues);
        }
    }

    /// <summary>Runs all controllers, for a recording that does not tell of theirs.</summary>
    public async Task RunAllAsync()
    {
        await ReconcileAllAsync();
        await ObserveAsync();
        await ReactAsync();
        for (var round = 0; round < Rounds; round++)
        {
            await ReconcileAllAsync();
        }
    }

    private async Task ReconcileAllAsync()
    {
        foreach (var controller in _controllers)
        {
            var page = await _cluster.Objects.GetObjects(controller.Resource).ListAsync(ListQuery.All);
            foreach (var value in page.Items)
            {
                await controller.ReconcileAsync(ObjectKey.FromObject(value), CancellationToken.None);
            }
        }
    }

    // In the order of the recording, and once more, since one of them waits for another.
    private async Task ReconcileAsync(IReadOnlyList<RecordedCue> cues)
    {
        foreach (var cue in cues.Concat(cues).Concat(cues).Where(static cue => Names.ContainsKey(cue.Controller)))
        {
            var controller = _controllers.Find(one => one.Resource == Names[cue.Controller])!;
            await controller.ReconcileAsync(cue.Object, CancellationToken.None);
        }
    }

    private async Task ReactAsync()
    {
        for (var rounds = 0; rounds == 0 || (rounds < MaxRounds && await ObserveAsync()); rounds++)
        {
            while (await _triggers.ReactAsync() is not null)
            {
                // The next one is due.
            }
        }
    }

    /// <summary>Tells the trigger controller of everything there is; returns true when that makes something due.</summary>
    private async Task<bool> ObserveAsync()
    {
        foreach (var stream in (await _client.Streams.ListAsync(ns: null)).Items)
        {
            _triggers.Observe(stream);
        }

        await foreach (var change in _source.WatchAsync())
        {
            if (change is TriggerSourceEvent.Synced)
            {
                break;
            }

            Observe(change);
        }

        return _triggers.NextDue <= _timeProvider.GetUtcNow();
    }

    private void Observe(TriggerSourceEvent change)
    {
        switch (change)
        {
            case TriggerSourceEvent.BuildConfigObserved build:
                _triggers.Observe(build.BuildConfig);
                break;
            case TriggerSourceEvent.DeploymentConfigObserved config:
                _triggers.Observe(config.DeploymentConfig);
                break;
            case TriggerSourceEvent.WorkloadObserved workload:
                _triggers.Observe(workload.Workload);
                break;
        }
    }

    private async Task ImportAsync(IReadOnlyList<RecordedCue> cues)
    {
        foreach (var stream in cues.Where(static cue => cue.Controller == "image-import-controller").Select(static cue => cue.Object).Distinct())
        {
            await _client.ImportDueAsync(ImageStreamName.FromParts(stream.Namespace, stream.Name));
        }
    }
}
