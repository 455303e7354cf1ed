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

    private static string Workload(string kind) =>
        """{"kind":"@1","metadata":{"name":"x"},"spec":{"selector":{"matchLabels":{"app":"x"}},"template":@2}}"""
            .Replace("@1", kind, StringComparison.Ordinal)
            .Replace("@2", Template, StringComparison.Ordinal);
}
