using System.Text.Json.Nodes;
using ImageStreams.Graphs;
using ImageStreams.Resolution;
using ImageStreams.Tests.Builders;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.DeploymentConfigBuilder;
using static ImageStreams.Tests.Builders.GraphWorlds;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Graphs;

/// <summary>The edges of workloads.</summary>
public class WorkloadEdgesTests
{
    private const string Repository = "registry.local:5000/shop/ruby";
    private const string Elsewhere = "image docker.io/library/ruby:1";

    [Theory]
    [InlineData("Deployment", EdgeFiring.Automatic)]
    [InlineData("DaemonSet", EdgeFiring.Automatic)]
    [InlineData("StatefulSet", EdgeFiring.Automatic)]
    [InlineData("CronJob", EdgeFiring.Automatic)]
    [InlineData("ReplicaSet", EdgeFiring.Manual)]
    [InlineData("Job", EdgeFiring.Manual)]
    [InlineData("Pod", EdgeFiring.Manual)]
    public void Create_AnnotationTrigger_FiresForKindsThatAreWatched(string kind, EdgeFiring firing) => AssertEdges(
        AGraph(AWorkload(kind).Runs("old").TriggeredBy("ruby:a").Build()),
        $"tag shop/ruby:a --Deploys, {firing}--> {kind} shop/web ({kind} shop/web metadata.annotations['image.openshift.io/triggers'][0].from)");

    [Fact]
    public void Create_PausedTrigger_IsPaused() => Assert.Equal(EdgeFiring.Paused, Only(AWorkload().TriggeredBy("ruby:a", paused: true)).Firing);

    [Theory]
    [InlineData("Deployment", EdgeFiring.Paused)]
    [InlineData("CronJob", EdgeFiring.Automatic)]
    public void Create_PausedObject_IsPausedUnlessItIsACronJob(string kind, EdgeFiring firing) =>
        Assert.Equal(firing, Only(AWorkload(kind).Paused().TriggeredBy("ruby:a")).Firing);

    [Theory]
    [InlineData("ImageStreamTag", "ruby:a", "v1")]
    [InlineData("ImageStreamTag", "ruby", null)]
    [InlineData("ImageStreamImage", "ruby@1", null)]
    [InlineData("DockerImage", "ruby", null)]
    public void Create_TriggerOnSomethingElse_IsManual(string kind, string name, string? apiVersion)
    {
        var from = new JsonObject { ["kind"] = kind, ["name"] = name, ["apiVersion"] = apiVersion };
        Assert.Equal(EdgeFiring.Manual, Only(AWorkload().TriggeredBy(from)).Firing);
    }

    [Fact]
    public void Create_TriggerOfAnotherNamespace_UsesItsTag() =>
        Assert.Equal("tag infra/ruby:a", Only(AWorkload().TriggeredBy("ruby:a", ns: "infra")).From.ToString());

    [Fact]
    public void Create_MalformedAnnotation_HasNoTriggers()
    {
        var edge = Only(AWorkload().Annotated(ObjectFieldTrigger.AnnotationName, "[{"));
        Assert.Equal(("image docker.io/library/old:latest", "spec.template.spec.containers[0].image"), ($"{edge.From}", edge.Field.Path));
    }

    [Fact]
    public void Create_TriggerWithoutContainer_HasNoEdge() =>
        Assert.Equal("image docker.io/library/old:latest", Only(AWorkload().TriggeredBy("ruby:a", container: "gone")).From.ToString());

    [Fact]
    public void Create_ImageThatATriggerSets_HasNoSecondEdge() => AssertEdges(
        AGraph(AWorkload().BeginsWith("tools:1").Runs("old").Runs("log:2", "log").TriggeredBy("ruby:a").Build()),
        "image docker.io/library/log:2 --Deploys, Manual--> Deployment shop/web (Deployment shop/web spec.template.spec.containers[1].image)",
        "image docker.io/library/tools:1 --Deploys, Manual--> Deployment shop/web (Deployment shop/web spec.template.spec.initContainers[0].image)",
        "tag shop/ruby:a --Deploys, Automatic--> Deployment shop/web (Deployment shop/web metadata.annotations['image.openshift.io/triggers'][0].from)");

    [Theory]
    [InlineData("ruby:1", true, "tag shop/ruby:1")]
    [InlineData("ruby", true, "tag shop/ruby:latest")]
    [InlineData("ruby:1", false, Elsewhere)]
    [InlineData("library/ruby:1", true, Elsewhere)]
    [InlineData("docker.io/library/ruby:1", true, Elsewhere)]
    [InlineData(Repository + ":1", false, "tag shop/ruby:1")]
    [InlineData("registry.local:5000/infra/ruby:1", true, "image registry.local:5000/infra/ruby:1")]
    [InlineData("not a name", true, "image not a name")]
    public void Create_ImageOfAContainer_IsATagWhenTheStreamAllowsIt(string image, bool isLocal, string from)
    {
        var stream = AnImageStream().InRepository(Repository).Tag("1");
        var edge = Only(AWorkload().Runs(image), (isLocal ? stream.LendsItsName() : stream).Build());

        Assert.Equal((from, GraphEdgeKind.Deploys, EdgeFiring.Manual), ($"{edge.From}", edge.Kind, edge.Firing));
    }

    [Theory]
    [InlineData("ruby:1", "tag shop/ruby:1")]
    [InlineData("quay.io/other/ruby:1", "tag shop/ruby:1")]
    [InlineData("gone:1", "image docker.io/library/gone:1")]
    public void Create_ResolveNames_TakesEveryNameForAStream(string image, string from)
    {
        var stream = AnImageStream().Tag("1").Build();

        Assert.Equal(from, $"{Only(AWorkload().Runs(image).Annotated(ImageAdmission.ResolveNamesAnnotation, "*"), stream).From}");
        Assert.Equal(from, $"{Only(AWorkload().Runs(image).WithPodsAnnotated(ImageAdmission.ResolveNamesAnnotation, "*"), stream).From}");
    }

    [Fact]
    public void Create_PlainNameInAnotherNamespace_IsNotThatStream()
    {
        var edge = Only(AWorkload().In("infra").Runs("ruby:1"), AnImageStream().LendsItsName().Tag("1").Build());
        Assert.Equal(Elsewhere, edge.From.ToString());
    }

    [Theory]
    [InlineData(true, false, EdgeFiring.Automatic)]
    [InlineData(false, false, EdgeFiring.Manual)]
    [InlineData(true, true, EdgeFiring.Paused)]
    [InlineData(false, true, EdgeFiring.Manual)]
    public void Create_DeploymentConfig_FiresByItsTrigger(bool automatic, bool isPaused, EdgeFiring firing)
    {
        var config = ADeploymentConfig().BeginsWith("tools:1").Runs("old").TriggeredBy(ATag("ruby:a"), automatic);
        config = isPaused ? config.Paused() : config;
        string[] edges =
        [
            "image docker.io/library/tools:1 --Deploys, Manual--> DeploymentConfig shop/web (DeploymentConfig shop/web spec.template.spec.initContainers[0].image)",
            $"tag shop/ruby:a --Deploys, {firing}--> DeploymentConfig shop/web (DeploymentConfig shop/web spec.triggers[1].imageChangeParams.from)",
        ];

        AssertEdges(AGraph(config.Build()), edges);
        AssertEdges(AGraph(config.BuildWorkload()), edges);
    }

    [Fact]
    public void Create_DeploymentConfigWithoutTemplate_HasItsTriggers()
    {
        var config = ADeploymentConfig().TriggeredBy(ATag("ruby:a")).Build();
        var graph = AGraph(config with { Spec = config.Spec with { Template = null } });

        Assert.Equal("tag shop/ruby:a", Assert.Single(graph.ToSlice().Edges).From.ToString());
    }

    [Fact]
    public void Create_MalformedDeploymentConfig_IsAProblem()
    {
        var graph = AGraph(Workload.Parse("""{"kind":"DeploymentConfig","metadata":{"name":"a"},"spec":{"triggers":7}}"""));
        Assert.Equal("spec.triggers", Assert.Single(graph.Problems).Field.Path);
        Assert.Empty(graph.ToSlice().Edges);
    }

    [Fact]
    public void With_StreamThatStartsLocalLookup_GetsTheImagesOfWorkloads()
    {
        var graph = AGraph(AWorkload().Runs("ruby:1").Build());
        var local = graph.WithStreams(AnImageStream().LendsItsName().Build());

        Assert.Equal("tag shop/ruby:1", Assert.Single(local.ToSlice().Edges).From.ToString());
        Assert.Equal(Elsewhere, Assert.Single(local.WithStreams(AnImageStream().Build()).ToSlice().Edges).From.ToString());
        Assert.Equal(Elsewhere, Assert.Single(local.Without(Objects(AnImageStream().Build())).ToSlice().Edges).From.ToString());
    }

    /// <summary>The only edge of a workload that has one container at least.</summary>
    private static GraphEdge Only(WorkloadBuilder workload, params ImageStream[] streams)
    {
        var built = workload.Build();
        return Assert.Single(AGraph([.. streams, built.Containers.IsEmpty ? workload.Runs("old").Build() : built]).ToSlice().Edges);
    }
}
