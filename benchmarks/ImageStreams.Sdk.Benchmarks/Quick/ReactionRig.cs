using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using ImageStreams.References;
using ImageStreams.Serialization;
using ImageStreams.Testing.Server;
using k8s;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>A cluster with deployments, each of which listens to a tag, and a trigger controller beside it, over HTTP.</summary>
public sealed class ReactionRig
{
    private const string Namespace = "bench";

    private readonly FakeCluster _cluster;

    private ReactionRig(FakeCluster cluster, PatchSignal patches) => (_cluster, Patches) = (cluster, patches);

    public PatchSignal Patches { get; }

    /// <summary>Starts the cluster and the controller, and waits until the controller is at rest.</summary>
    public static async Task<ReactionRig> StartAsync(int workloads)
    {
        var options = new FakeClusterOptions { UseTls = false, RunsImports = false, RunsTriggers = false, RunsRollouts = false, MaxRequests = 100 };
        var cluster = await FakeCluster.StartAsync(options).ConfigureAwait(false);
        for (var i = 0; i < workloads; i++)
        {
            await CreateAsync(cluster, i).ConfigureAwait(false);
        }

        var patches = new PatchSignal();
        var client = new k8s.Kubernetes(new KubernetesClientConfiguration { Host = cluster.Address.ToString() }, patches);
        await FollowAsync(new ClusterConnection(client)).ConfigureAwait(false);
        return new ReactionRig(cluster, patches);
    }

    /// <summary>Moves the tag that a deployment listens to.</summary>
    public void Push(int workload, long image) => PushAsync(_cluster, workload, image).GetAwaiter().GetResult();

    private static async Task FollowAsync(ClusterConnection connection)
    {
        var options = new KubernetesControllerOptions { TakesOver = true };
        var controller = new TriggerController(
            new KubernetesTriggerTarget(connection, options), new TriggerControllerOptions { Fuse = null });
        var objects = new TriggerSourceFeed(new KubernetesTriggerSource(connection, options), controller);
        var streams = new Reflector<ImageStream>(ObjectSource.FromStreams(new KubernetesImageStreamClient(connection)));
        streams.Objects.Add(new Listener(controller));
        _ = Task.Run(() => objects.RunAsync(CancellationToken.None));
        _ = Task.Run(() => streams.RunAsync(CancellationToken.None));
        await objects.WhenSynced.ConfigureAwait(false);
        await streams.WhenSyncedAsync(CancellationToken.None).ConfigureAwait(false);
        while (controller.NextDue <= DateTimeOffset.UtcNow)
        {
            await controller.ReactAsync().ConfigureAwait(false);
        }

        _ = Task.Run(() => ReactAsync(controller));
    }

    private static async Task ReactAsync(TriggerController controller)
    {
        while (true)
        {
            await controller.WaitUntilDueAsync().ConfigureAwait(false);
            await controller.ReactAsync().ConfigureAwait(false);
        }
    }

    private static async Task CreateAsync(FakeCluster cluster, int number)
    {
        var stream = new ImageStream { Metadata = new ObjectMeta { Namespace = Namespace, Name = $"app{number}" } };
        await cluster.Client.Streams.CreateAsync(stream).ConfigureAwait(false);
        await PushAsync(cluster, number, 0).ConfigureAwait(false);
        var json = $$$"""
            {"kind":"Deployment","apiVersion":"apps/v1","metadata":{"namespace":"{{{Namespace}}}","name":"web{{{number}}}","annotations":
            {"image.openshift.io/triggers":"[{\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"app{{{number}}}:1\"},\"fieldPath\":\"spec.template.spec.containers[0].image\"}]"}},
            "spec":{"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"} },"spec":{"containers":[{"name":"web","image":"{{{Pull(0)}}}"}]} } } }
            """;
        await cluster.Objects.GetObjects("deployments.apps").CreateAsync(ImageStreamJson.Deserialize<ClusterObject>(json)).ConfigureAwait(false);
    }

    private static Task PushAsync(FakeCluster cluster, int number, long image) => cluster.Client.Mappings.CreateAsync(new ImageStreamMapping
    {
        Metadata = new ObjectMeta { Namespace = Namespace, Name = $"app{number}" },
        Tag = "1",
        Image = new Image { Metadata = new ObjectMeta { Name = Digest(image) }, DockerImageReference = Pull(image) },
    });

    private static string Digest(long image) => $"sha256:{image:x64}";

    private static string Pull(long image) => "registry.example.com/team/app@" + Digest(image);

    private sealed class Listener(TriggerController controller) : IObjectObserver<ImageStream>
    {
        public void Observe(ImageStream value) => controller.Observe(value);

        public void Remove(ImageStream value) => controller.Remove(ImageStreamName.From(value));
    }
}
