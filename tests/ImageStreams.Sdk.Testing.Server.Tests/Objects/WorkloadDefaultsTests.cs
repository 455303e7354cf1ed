using System.Text.Json.Nodes;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Defaults and counters of workloads that the server writes.</summary>
public sealed class WorkloadDefaultsTests
{
    private const string Apps = "/apis/apps/v1/namespaces/default/";
    private const string Counter = "deprecated.daemonset.template.generation";
    private const string Template =
        """{"metadata":{"labels":{"app":"x"}},"spec":{"containers":[{"name":"web","image":"a:1"}]}}""";

    [Fact]
    public async Task DaemonSet_TemplateChanges_AreCountedInAnAnnotation()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();

        var created = await http.PostAsync(Apps + "daemonsets?fieldManager=helm", Workload("DaemonSet"));
        var labeled = await http.MergeAsync(Apps + "daemonsets/x", """{"metadata":{"labels":{"a":"b"}}}""");
        var changed = await http.MergeAsync(Apps + "daemonsets/x", """{"spec":{"template":{"metadata":{"labels":{"b":"c"}}}}}""");

        Assert.Equal(["1", "1", "2"], ((JsonNode[])[created, labeled, changed]).Select(static one => (string?)one["metadata"]!["annotations"]![Counter]));
        var owner = Assert.Single((JsonArray)created["metadata"]!["managedFields"]!)!;
        Assert.NotNull(owner["fieldsV1"]!["f:metadata"]!["f:annotations"]!["f:" + Counter]);
    }

    [Fact]
    public async Task StatefulSet_KeepsItsClaims()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();

        var created = await http.PostAsync(Apps + "statefulsets", Workload("StatefulSet"));

        var policy = created["spec"]!["persistentVolumeClaimRetentionPolicy"]!;
        Assert.Equal(("Retain", "Retain"), ((string?)policy["whenDeleted"], (string?)policy["whenScaled"]));
    }

    [Fact]
    public async Task CronJob_TemplateOfItsJobs_HasNoDefaultsOfJobs()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        var template = Template.Replace("\"containers\"", "\"restartPolicy\":\"Never\",\"containers\"", StringComparison.Ordinal);

        var cron = await http.PostAsync(
            "/apis/batch/v1/namespaces/default/cronjobs",
            """{"metadata":{"name":"c"},"spec":{"schedule":"0 0 1 1 *","jobTemplate":{"spec":{"template":@1}}}}"""
            .Replace("@1", template, StringComparison.Ordinal));
        var job = await http.PostAsync(
            "/apis/batch/v1/namespaces/default/jobs", """{"metadata":{"name":"j"},"spec":{"template":@1}}"""
            .Replace("@1", template, StringComparison.Ordinal));

        Assert.Null(cron["spec"]!["jobTemplate"]!["spec"]!["backoffLimit"]);
        Assert.Equal((6, "NonIndexed"), ((int?)job["spec"]!["backoffLimit"], (string?)job["spec"]!["completionMode"]));
    }

    [Fact]
    public async Task Pod_IsPendingAndTakesWhatAdmissionGives()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();

        var pod = await http.PostAsync(
            "/api/v1/namespaces/default/pods",
            """{"metadata":{"name":"p"},"spec":{"serviceAccountName":"me","tolerations":[{"key":"node.kubernetes.io/not-ready","operator":"Exists"}],"containers":[{"name":"c","image":"a:1","resources":{"limits":{"cpu":"1","memory":"1Gi"}}}]}}""");

        var spec = pod["spec"]!;
        Assert.Equal((0, true, "me"), ((int)spec["priority"]!, (bool)spec["enableServiceLinks"]!, (string?)spec["serviceAccount"]));
        Assert.Equal("node.kubernetes.io/unreachable", (string?)((JsonArray)spec["tolerations"]!)[^1]!["key"]);
        Assert.Equal(2, ((JsonArray)spec["tolerations"]!).Count);
        Assert.Equal(("Pending", "Guaranteed"), ((string?)pod["status"]!["phase"], (string?)pod["status"]!["qosClass"]));
        Assert.DoesNotContain("f:priority", pod["metadata"]!["managedFields"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "BestEffort")]
    [InlineData("""{"requests":{"cpu":"1"}}""", "Burstable")]
    [InlineData("""{"requests":{"cpu":"1","memory":"2Gi"},"limits":{"cpu":"1","memory":"1Gi"}}""", "Burstable")]
    public async Task Pod_Quality_FollowsFromResources(string resources, string expected)
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        var body = """{"metadata":{"name":"p"},"spec":{"containers":[{"name":"c","image":"a:1","resources":@1}]}}""";

        var pod = await http.PostAsync("/api/v1/namespaces/default/pods", body.Replace("@1", resources, StringComparison.Ordinal));

        Assert.Equal(expected, (string?)pod["status"]!["qosClass"]);
    }

    [Fact]
    public async Task Job_LabelsOfItsPods_AreItsOwnToo()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        var template = Template.Replace("\"containers\"", "\"restartPolicy\":\"Never\",\"containers\"", StringComparison.Ordinal);

        var job = await http.PostAsync(
            "/apis/batch/v1/namespaces/default/jobs",
            """{"metadata":{"name":"j"},"spec":{"template":@1}}""".Replace("@1", template, StringComparison.Ordinal));

        var labels = (JsonObject)job["metadata"]!["labels"]!;
        Assert.Equal(["app", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name", "controller-uid", "job-name"], labels.Select(static one => one.Key).Order(StringComparer.Ordinal));
        Assert.True(JsonNode.DeepEquals(labels, job["spec"]!["template"]!["metadata"]!["labels"]));
        Assert.Equal((string?)job["metadata"]!["uid"], (string?)labels["controller-uid"]);
    }

    private static string Workload(string kind) =>
        """{"kind":"@1","metadata":{"name":"x"},"spec":{"selector":{"matchLabels":{"app":"x"}},"template":@2}}"""
            .Replace("@1", kind, StringComparison.Ordinal)
            .Replace("@2", Template, StringComparison.Ordinal);
}
