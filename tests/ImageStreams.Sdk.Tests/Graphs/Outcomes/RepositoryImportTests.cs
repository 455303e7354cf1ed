using ImageStreams.Graphs;
using ImageStreams.Resolution;
using ImageStreams.Triggers;
using ImageStreams.Workspaces;
using ImageStreams.Tests.Builders;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.GraphWorlds;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Graphs;

/// <summary>A stream with <c>spec.dockerImageRepository</c> has unknown tags until the repository was imported.</summary>
public class RepositoryImportTests
{
    private static readonly TagResolverOptions Across = new() { AcrossStreams = true };
    private static readonly TriggerDoctorOptions FromFiles = new() { IgnoreStatus = true };

    private static ImageStream Nginx => AnImageStream("nginx").Build().Following("quay.io/team/nginx");

    [Fact]
    public void TagOfARepository_FromFiles_TheDoctorIsSilent() => Assert.Empty(
        TriggerDoctor.Examine(Objects(Nginx, AWorkload().Runs(" ").TriggeredBy("nginx:1").Build()), FromFiles));

    [Fact]
    public void TagOfARepository_FromFiles_DeploymentConfigAndBuildAreSilent()
    {
        var config = Builders.DeploymentConfigBuilder.ADeploymentConfig().Runs(" ").TriggeredBy(ATag("nginx:1")).Build();
        var build = ABuildConfig().BuiltFrom(ATag("nginx:1")).TriggeredBy(null).PushesTo("app:latest").Build();

        Assert.Empty(TriggerDoctor.Examine(Objects(Nginx, AnImageStream("app").Build(), config, build), FromFiles));
    }

    [Fact]
    public void TagThatFollowsATagOfARepository_FromFiles_TheDoctorIsSilent()
    {
        var stream = AnImageStream("nginx").Tag("stable").Follows("1").Build().Following("quay.io/team/nginx");
        var workload = AWorkload().Runs(" ").TriggeredBy("nginx:stable").Build();

        Assert.Empty(TriggerDoctor.Examine(Objects(stream, workload), FromFiles));
    }

    [Fact]
    public void TagOfARepository_InACluster_IsANote()
    {
        var finding = Assert.Single(TriggerDoctor.Examine(Objects(Nginx, AWorkload().Runs(" ").TriggeredBy("nginx:1").Build())));

        Assert.Equal((TriggerRules.PendingRepository, TriggerSeverity.Note), (finding.Rule, finding.Severity));
        Assert.Equal(
            "shop/nginx:1 has no image until the repository quay.io/team/nginx is imported, and only if that has the tag.",
            finding.Message);
    }

    [Theory]
    [InlineData("quay.io/team/nginx", false, true)]
    [InlineData("quay.io/team/nginx", true, false)]
    [InlineData("not a name", false, false)]
    [InlineData("", false, false)]
    [InlineData(null, false, false)]
    public void TagOfARepository_IsPendingUntilTheImport(string? repository, bool isImported, bool isPending)
    {
        var stream = AnImageStream("nginx").Build().Following(repository, isImported);
        AssertOutcome(isPending ? TagOutcomeKind.PendingImport : TagOutcomeKind.NotFound, stream, "nginx:1");

        var workload = AWorkload().Runs(" ").TriggeredBy("nginx:1").Build();
        var codes = TriggerDoctor.Examine(Objects(stream, workload), FromFiles).Select(finding => finding.Code);
        Assert.Equal(isPending ? [] : ["IST1103", "IST1201"], codes);
    }

    [Fact]
    public void TagWithAStatus_IsAsItsStatusSays()
    {
        var stream = AnImageStream("nginx").PushedTag("1").PointsTo('1').PushedTag("2").HasFailed("Gone").Build()
            .Following("quay.io/team/nginx");

        AssertOutcome(TagOutcomeKind.Resolved, stream, "nginx:1");
        AssertOutcome(TagOutcomeKind.NotFound, stream, "nginx:2");
        AssertOutcome(TagOutcomeKind.PendingImport, stream, "nginx:3");
    }

    [Fact]
    public void TagThatABuildPushes_WaitsForTheBuild()
    {
        var build = ABuildConfig().PushesTo("nginx:1").Build();
        var set = new ImageStreamSet([Nginx], [build]);

        Assert.IsType<TagResolution.PendingBuild>(TagResolver.Resolve(set, Named("nginx:1"), Across));
        Assert.Equal(TagOutcomeKind.PendingBuild, AGraph(Nginx, build).ResolveAll().Get(Named("nginx:1")).Kind);
    }

    [Fact]
    public void StreamThatIsImported_ChangesTheOutcomeInTheNextGraph()
    {
        var graph = AGraph(Nginx, AWorkload().Runs(" ").TriggeredBy("nginx:1").Build());
        var next = graph.WithStreams(Nginx.Following("quay.io/team/nginx", isImported: true));

        Assert.Equal(TagOutcomeKind.PendingImport, graph.ResolveAll().Get(Named("nginx:1")).Kind);
        Assert.Equal(TagOutcomeKind.NotFound, next.ResolveAll().Get(Named("nginx:1")).Kind);
    }

    [Fact]
    public void Explain_TagOfARepository_SaysWhatIsAwaitedAndSuggestsNothing()
    {
        var stream = AnImageStream("nginx").Tag("10").FollowsImage("quay.io/team/nginx:10").Build().Following("quay.io/team/nginx");

        Assert.Equal(
            "shop/nginx:1\n  is not in the spec of its stream: it follows nothing\n"
            + "=> no image: the import of the stream's repository, which may bring the tag, has not run yet",
            $"{TagResolver.Explain(stream, "1")}");
    }

    [Theory]
    [InlineData(WorkspaceAssumptions.AsStored)]
    [InlineData(WorkspaceAssumptions.AssumeImported | WorkspaceAssumptions.AssumePushed)]
    public void Workspace_TagOfARepository_IsPendingAndRestsOnNothing(WorkspaceAssumptions assumptions)
    {
        var workspace = ImageStreamWorkspace.Create(
            new WorkspaceObjects { Streams = [Nginx], Workloads = [AWorkload().Runs(" ").TriggeredBy("nginx:1").Build()] },
            new WorkspaceOptions { Assumptions = assumptions });
        var resolution = workspace.Resolve(Named("nginx:1"));

        Assert.IsType<TagResolution.PendingImport>(resolution.Resolution);
        Assert.Equal(WorkspaceAssumptions.AsStored, resolution.RestsOn);
        Assert.Equal(TagOutcomeKind.PendingImport, workspace.ResolveAll().Get(Named("nginx:1")).Kind);
        Assert.DoesNotContain(workspace.Diagnose(), finding => finding.Severity != TriggerSeverity.Note);
    }

    /// <summary>Asserts what the graph and the resolver, within the stream and across streams, say of a tag.</summary>
    private static void AssertOutcome(TagOutcomeKind kind, ImageStream stream, string tag)
    {
        var graph = AGraph(stream, AnImageStream("other").Tag("x").Follows(tag).Build());
        Assert.Equal((kind, kind), (graph.ResolveAll().Get(Named(tag)).Kind, graph.ResolveAll().Get(Named("other:x")).Kind));
        Assert.Equal($"{kind}", TagResolver.Resolve(stream, tag.Split(':')[1]).GetType().Name);
        Assert.Equal($"{kind}", TagResolver.Resolve(new ImageStreamSet([stream]), Named(tag), Across).GetType().Name);
    }
}
