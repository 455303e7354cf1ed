using System.Text;
using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using ImageStreams.Serialization;
using ImageStreams.Testing.Server;
using k8s;

namespace ImageStreams.Tests.Documentation;

/// <summary>The samples of <c>docs/how-to/gitops.md</c>, against a fake cluster.</summary>
public sealed class GitOpsSamples : IAsyncLifetime
{
    private FakeCluster? _cluster;

    public async Task InitializeAsync() =>
        _cluster = await FakeCluster.StartAsync(new FakeClusterOptions { RunsImports = false, RunsTriggers = false });

    public async Task DisposeAsync() => await _cluster!.DisposeAsync();

    [Fact]
    public async Task Writer_SaysWhoSetsAFieldAgain()
    {
        using var connection = Connect();
        var live = await SyncAsync(connection);
        var image = Deployment("registry.test/shop/web:next");

        // sample: gitops-write
        var writer = new ObjectWriter(connection);
        var outcome = await writer.WriteAsync(image, new ObjectWriteOptions { Force = true, Fights = FightPolicy.Refuse });
        if (outcome is WriteOutcome<ClusterObject>.Refused { Forecast: FightForecast.Expected expected })
        {
            foreach (var fight in expected.Fights)
            {
                Console.WriteLine($"{fight}\n{fight.Remedies[0]}");
            }
        }
        // end

        Assert.IsType<WriteOutcome<ClusterObject>.Refused>(outcome);

        // sample: gitops-predict
        var forecast = FightPrediction.Predict(live, image, new FightSettings { Managers = ["my-controller"] });
        // end

        Assert.True(forecast.HasCertainFight);
        Assert.Equal(1, Report([live]));
    }

    [Fact]
    public async Task Writer_UpdatesAStream()
    {
        using var connection = Connect();
        var writer = new ObjectWriter(connection);
        var stream = new ImageStream { Metadata = new ObjectMeta { Name = "web", Namespace = "shop" } };

        // sample: gitops-update
        var update = new ObjectWriteOptions { Method = WriteMethod.Update, FieldManager = "deployer" };
        var written = await writer.WriteStreamAsync(stream, update);
        // end

        Assert.IsType<WriteOutcome<ImageStream>.Written>(written);
    }

    [Fact]
    public void Target_PredictsFights()
    {
        using var connection = Connect();
        var target = new KubernetesTriggerTarget(connection);

        // sample: gitops-triggers
        var aware = new FightAwareTriggerTarget(target, FightPolicy.Report, fights => Console.WriteLine(fights));
        var controller = new TriggerController(aware);
        // end

        Assert.Null(controller.NextDue);
    }

    private ClusterConnection Connect()
    {
        using var kubeconfig = new MemoryStream(Encoding.UTF8.GetBytes(_cluster!.GetKubeconfig()));
        return ClusterConnection.FromConfiguration(KubernetesClientConfiguration.BuildConfigFromConfigFile(kubeconfig));
    }

    private static int Report(IEnumerable<ClusterObject> objects)
    {
        // sample: gitops-report
        var report = FightReport.Create(objects);
        Console.WriteLine(report);
        return report.HasCertainFight ? 1 : 0;
        // end
    }

    private static async Task<ClusterObject> SyncAsync(ClusterConnection connection)
    {
        var argo = new ObjectWriteOptions { FieldManager = "argocd-controller", Fights = FightPolicy.Ignore };
        var synced = await new ObjectWriter(connection).WriteAsync(Deployment("quay.io/team/web:placeholder"), argo);
        return Assert.IsType<WriteOutcome<ClusterObject>.Written>(synced).Object;
    }

    private static ClusterObject Deployment(string image) => ImageStreamJson.Deserialize<ClusterObject>("""
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"shop","annotations":{
          "image.openshift.io/triggers":"[{\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"web:1\"},\"fieldPath\":\"spec.template.spec.containers[0].image\"}]",
          "argocd.argoproj.io/tracking-id":"web:apps/Deployment:shop/web"}},
         "spec":{"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},
           "spec":{"containers":[{"name":"web","image":"IMAGE"}]}}}}
        """.Replace("IMAGE", image, StringComparison.Ordinal));
}
