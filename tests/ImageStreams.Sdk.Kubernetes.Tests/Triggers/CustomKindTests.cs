using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using ImageStreams.Testing.Server;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Kinds that a user adds: custom resources with pod templates, whose containers have no keys for the server.</summary>
public sealed class CustomKindTests
{
    public static TheoryData<string, TriggerWriting> Kinds => new()
    {
        { "Rollout", TriggerWriting.PatchImages },
        { "Rollout", TriggerWriting.ReplaceObjects },
        { "Service", TriggerWriting.PatchImages },
        { "Service", TriggerWriting.ReplaceObjects },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Update_CustomResource_ChangesTheImageOnly(string kind, TriggerWriting writing)
    {
        var options = new FakeClusterOptions { RunsImports = false, RunsTriggers = false };
        CustomKinds.AddTo(options);
        await using var cluster = await ConnectedCluster.StartAsync(options);
        using var json = new ClusterJson(cluster.Cluster);
        var known = new KubernetesControllerOptions { Kinds = { CustomKinds.Rollout, CustomKinds.Service }, Writing = writing };
        var collection = kind == "Rollout" ? CustomKinds.Rollouts : CustomKinds.Services;
        var current = await json.PostAsync(collection, ClusterJson.Workload());
        var observed = await ObserveAsync(cluster.Connection, known);
        var target = new KubernetesTriggerTarget(cluster.Connection, known);

        var result = await target.UpdateAsync(observed, observed.WithImages(static one => one.Name == "web" ? ClusterJson.Image : null), default);

        var updated = await json.GetAsync(collection + "/web");
        Assert.Equal(kind, observed.Kind);
        Assert.Equal(TriggerTargetResult.Accepted.Instance, result);
        Assert.Equal(ClusterJson.Image, updated.Image(1));
        Assert.Equal("log:1", updated.Image(0));
        Assert.Equal((string?)current["metadata"]!["uid"], (string?)updated["metadata"]!["uid"]);
        Assert.Equal(2, (int?)updated["metadata"]!["generation"]);
    }

    [Fact]
    public void Options_KindTwiceOrIncomplete_AreRefusedWithAllProblems()
    {
        var options = new KubernetesControllerOptions { Kinds = { new ClusterWorkloadKind(), CustomKinds.Rollout, CustomKinds.Rollout }, FieldManager = "" };
        options.Kinds.Add(new ClusterWorkloadKind { Group = "a.b", Version = "v1", Plural = "deployments", Kind = "Deployment", PodTemplatePath = "metadata" });

        var problems = options.Validate().ToList();

        Assert.Equal(5, problems.Count);
        Assert.Contains(problems, static one => one.Contains("all four are required", StringComparison.Ordinal));
        Assert.Contains(problems, static one => one.Contains("'Rollout', which is followed already", StringComparison.Ordinal));
        Assert.Contains(problems, static one => one.Contains("'Deployment', which is followed already", StringComparison.Ordinal));
        Assert.Contains(problems, static one => one.Contains("does not lead to a pod template", StringComparison.Ordinal));
    }

    private static async Task<Workload> ObserveAsync(ClusterConnection connection, KubernetesControllerOptions options)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await foreach (var change in new KubernetesTriggerSource(connection, options).WatchAsync(timeout.Token))
        {
            if (change is TriggerSourceEvent.WorkloadObserved observed)
            {
                return observed.Workload;
            }
        }

        throw new InvalidOperationException("The source told of no workload.");
    }
}
