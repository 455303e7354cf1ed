using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The rights of the page about pods: they suffice, and each of them is used.</summary>
public sealed class LeastRightsTests
{
    private const string Stream = """{"metadata":{"name":"app"},"spec":{"tags":[{"name":"1","from":{"kind":"DockerImage","name":"registry.example.com/team/app:1"}}]}}""";
    private const string Account = "system:serviceaccount:imagestreams:imagestreams";

    private static readonly string[] Workloads = ["deployments.apps", "statefulsets.apps", "daemonsets.apps", "cronjobs.batch", "deploymentconfigs.apps.openshift.io"];

    [Fact]
    public async Task Controllers_UnderTheRightsOfTheManifest_UseAllOfThemAndMissNone()
    {
        await using var cluster = await StartAsync();
        using var admin = new ClusterJson(cluster.Cluster, "admin");
        var roles = await ApplyAsync(admin);
        await CreateObjectsAsync(cluster.Cluster, admin);
        using var older = cluster.Cluster.Faults.FailUntilDisposed(
            new ClusterFault.Refusal(422, "Invalid", "sendInitialEvents is forbidden for watch", null),
            static request => request.Query.Contains("sendInitialEvents", StringComparison.Ordinal));
        cluster.Cluster.ClearRequests();

        await using (await StartHostAsync(cluster))
        {
            await Patience.UntilAsync(async () => await AreDoneAsync(cluster.Cluster) && HasRenewed(cluster.Cluster));
        }

        var used = cluster.Cluster.Requests.Select(UsedRights.FindNeeded).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Assert.Equal(roles.SelectMany(UsedRights.FindGiven).Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(cluster.Cluster.Requests, static request => request.StatusCode is 401 or 403);
    }

    private static Task<HostedCluster> StartHostAsync(ConnectedCluster cluster) => HostedCluster.StartAsync(
        cluster.Connection,
        static options => options.TakesOver = true,
        static streams => streams.UseKubernetesLeases("imagestreams").UseReplicas(static options =>
        {
            options.ShardCount = 2;
            options.LeaseDuration = TimeSpan.FromSeconds(3);
        }));

    private static Task<ConnectedCluster> StartAsync() => ConnectedCluster.StartAsync(new FakeClusterOptions
    {
        RunsImports = false,
        RunsTriggers = false,
        RunsRollouts = false,
        ConfigureApi = static api =>
        {
            api.Access.Authorization = ApiAuthorization.Rbac;
            api.Access.Tokens.Add(new ApiTokenOptions { Token = "admin", User = "admin", Groups = { "system:masters" } });
            api.Access.Tokens.Add(new ApiTokenOptions { Token = "fake", User = Account });
        },
    });

    /// <summary>Creates the objects of the page; returns the roles among them.</summary>
    private static async Task<List<JsonNode>> ApplyAsync(ClusterJson admin)
    {
        var roles = new List<JsonNode>();
        foreach (var (path, yaml) in ManifestPage.Read())
        {
            var created = await admin.PostYamlAsync(path, yaml);
            roles.AddRange(created["rules"] is null ? [] : [created]);
        }

        return roles;
    }

    private static async Task CreateObjectsAsync(FakeCluster cluster, ClusterJson admin)
    {
        cluster.Registry.Registry.Push("team/app:1", SyntheticImage.Create("app"));
        await admin.PostAsync("/apis/image.openshift.io/v1/namespaces/default/imagestreams", Stream);
        await admin.PostAsync(
            "/apis/build.openshift.io/v1/namespaces/default/buildconfigs",
            TriggerObjects.BuildConfig.Replace("base:1", "app:1", StringComparison.Ordinal));
        await admin.PostAsync("/apis/apps.openshift.io/v1/namespaces/default/deploymentconfigs", TriggerObjects.DeploymentConfig);
        await admin.PostAsync(ClusterJson.Deployments, ClusterJson.Workload());
        await admin.PostAsync("/apis/apps/v1/namespaces/default/statefulsets", ClusterJson.Workload());
        await admin.PostAsync("/apis/apps/v1/namespaces/default/daemonsets", ClusterJson.Workload());
        await admin.PostAsync("/apis/batch/v1/namespaces/default/cronjobs", CronJob());
    }

    private static JsonNode CronJob()
    {
        var job = ClusterJson.Workload(triggers: ClusterJson.Trigger(podSpec: "spec.jobTemplate.spec.template.spec"));
        var template = job["spec"]!["template"]!.DeepClone();
        template["spec"]!["restartPolicy"] = "Never";
        job["spec"] = new JsonObject
        {
            ["schedule"] = "@daily",
            ["jobTemplate"] = new JsonObject { ["spec"] = new JsonObject { ["template"] = template } },
        };
        return job;
    }

    // Past the API, whose log has the requests of the controllers only.
    private static async Task<bool> AreDoneAsync(FakeCluster cluster)
    {
        var builds = await cluster.Objects.GetObjects("builds.build.openshift.io").ListAsync(ListQuery.All);
        foreach (var resource in Workloads)
        {
            var page = await cluster.Objects.GetObjects(resource).ListAsync(ListQuery.All);
            if (page.Items.Count == 0 || page.Items.Any(static value => ImageStreamJson.Serialize(value).Contains("\"placeholder\"", StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return builds.Items.Count > 0;
    }

    private static bool HasRenewed(FakeCluster cluster) => cluster.Requests.Any(
        static request => request.Method == "PUT" && request.Path.Contains("/leases/", StringComparison.Ordinal) && request.StatusCode == 200);
}
