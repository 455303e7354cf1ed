using ImageStreams.Builds;
using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using ImageStreams.Workspaces;

namespace ImageStreams.Tests.Workspaces;

public sealed class ImageStreamWorkspaceTests
{
    private const WorkspaceAssumptions Both = WorkspaceAssumptions.AssumeImported | WorkspaceAssumptions.AssumePushed;
    private const string Registry = WorkspaceOptions.DefaultRegistryHostname;
    private const string Digest = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static readonly ImageStream Ruby = ReadStream($$$"""
        {"metadata": {"namespace": "shop", "name": "ruby"}, "spec": {"lookupPolicy": {"local": true}, "tags": [
          {"name": "3.3", "from": {"kind": "DockerImage", "name": "quay.io/team/ruby:3.3"}},
          {"name": "local", "from": {"kind": "DockerImage", "name": "quay.io/team/ruby:3.3"}, "referencePolicy": {"type": "Local"}},
          {"name": "pinned", "from": {"kind": "DockerImage", "name": "quay.io/team/ruby@{{{Digest}}}"}},
          {"name": "latest", "from": {"kind": "ImageStreamTag", "name": "3.3"}},
          {"name": "other", "from": {"kind": "ImageStreamTag", "name": "web:latest"}},
          {"name": "a", "from": {"kind": "ImageStreamTag", "name": "b"}},
          {"name": "b", "from": {"kind": "ImageStreamTag", "name": "a"}}]}}
        """);

    private static readonly ImageStream Web = ReadStream("""{"metadata": {"namespace": "shop", "name": "web"}}""");

    private static readonly BuildConfig Build = ImageStreamJson.Deserialize<BuildConfig>("""
        {"metadata": {"namespace": "shop", "name": "web"}, "spec": {
          "strategy": {"sourceStrategy": {"from": {"kind": "ImageStreamTag", "name": "ruby:latest"}}},
          "output": {"to": {"kind": "ImageStreamTag", "name": "web:latest"}},
          "triggers": [{"type": "ImageChange", "imageChange": {}}]}}
        """);

    private static readonly Workload Deployment = Workload.Parse("""
        {"kind": "Deployment", "apiVersion": "apps/v1", "metadata": {"namespace": "shop", "name": "web", "annotations": {
          "alpha.image.policy.openshift.io/resolve-names": "*",
          "image.openshift.io/triggers": "[{\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"web:latest\"},\"fieldPath\":\"spec.template.spec.containers[?(@.name==\\\"web\\\")].image\"}]"}},
          "spec": {"template": {"spec": {"containers": [{"name": "web", "image": "ruby:3.3"}]}}}}
        """);

    [Theory]
    [InlineData("3.3", "quay.io/team/ruby:3.3", WorkspaceAssumptions.AssumeImported)]
    [InlineData("latest", "quay.io/team/ruby:3.3", WorkspaceAssumptions.AssumeImported)]
    [InlineData("local", $"{Registry}/shop/ruby:local", WorkspaceAssumptions.AssumeImported)]
    [InlineData("pinned", $"quay.io/team/ruby@{Digest}", WorkspaceAssumptions.AssumeImported)]
    [InlineData("other", $"{Registry}/shop/ruby:other", Both)]
    public void Resolve_TagWithoutHistory_RestsOnAssumptions(string tag, string pullSpec, WorkspaceAssumptions restsOn)
    {
        var answer = Create(Both).Resolve(ImageStreamTagName.FromParts("shop", "ruby", tag));

        Assert.Equal(pullSpec, Assert.IsType<TagResolution.Resolved>(answer.Resolution).PullSpec);
        Assert.Equal(restsOn, answer.RestsOn);
        Assert.Contains("This assumes that", answer.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_PushedTag_RestsOnTheBuild()
    {
        var answer = Create(Both).Resolve(ImageStreamTagName.Parse("shop/web:latest"));

        Assert.Equal($"{Registry}/shop/web:latest", Assert.IsType<TagResolution.Resolved>(answer.Resolution).PullSpec);
        Assert.Equal(WorkspaceAssumptions.AssumePushed, answer.RestsOn);
    }

    [Fact]
    public void Resolve_AsStored_IsTheResolversAnswer()
    {
        var workspace = Create(WorkspaceAssumptions.AsStored);

        Assert.IsType<TagResolution.PendingImport>(Resolve(workspace, "shop/ruby:latest"));
        Assert.IsType<TagResolution.PendingBuild>(Resolve(workspace, "shop/web:latest"));
        Assert.Same(Ruby, workspace.Objects.Streams[0]);
    }

    [Theory]
    [InlineData(WorkspaceAssumptions.AssumePushed, "shop/ruby:latest")]
    [InlineData(WorkspaceAssumptions.AssumeImported, "shop/web:latest")]
    [InlineData(WorkspaceAssumptions.AssumeImported, "shop/ruby:other")]
    public void Resolve_OneAssumption_DoesNotCoverTheOther(WorkspaceAssumptions assumptions, string tag) =>
        Assert.IsNotType<TagResolution.Resolved>(Resolve(Create(assumptions), tag));

    [Fact]
    public void Resolve_Cycle_StaysCircular()
    {
        Assert.IsType<TagResolution.Circular>(Resolve(Create(Both), "shop/ruby:a"));
        Assert.Contains("the tags only follow each other", Assert.Single(Create(Both).Cycles).FindCut().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_StoredHistory_NeedsNoAssumption()
    {
        var stored = ReadStream($$$"""
            {"metadata": {"namespace": "shop", "name": "ruby"}, "spec": {"tags": [
              {"name": "latest", "from": {"kind": "ImageStreamTag", "name": "3.3"}},
              {"name": "3.3", "from": {"kind": "DockerImage", "name": "quay.io/team/ruby:3.3"}}]},
             "status": {"tags": [{"tag": "3.3", "items": [{"image": "{{{Digest}}}", "dockerImageReference": "quay.io/team/ruby@{{{Digest}}}"}]}]}}
            """);
        var workspace = ImageStreamWorkspace.Create(
            new WorkspaceObjects { Streams = [stored] }, new WorkspaceOptions { Assumptions = Both });

        Assert.Equal(WorkspaceAssumptions.AsStored, workspace.Resolve(ImageStreamTagName.Parse("shop/ruby:3.3")).RestsOn);
        Assert.Equal(WorkspaceAssumptions.AssumeImported, workspace.Resolve(ImageStreamTagName.Parse("shop/ruby:latest")).RestsOn);
    }

    [Fact]
    public void Resolve_FailedImport_IsNotAssumedAway()
    {
        var failed = ReadStream("""
            {"metadata": {"namespace": "shop", "name": "ruby"}, "spec": {"tags": [
              {"name": "3.3", "from": {"kind": "DockerImage", "name": "quay.io/team/ruby:3.3"}}]},
             "status": {"tags": [{"tag": "3.3", "items": null, "conditions": [{"type": "ImportSuccess", "status": "False", "message": "no"}]}]}}
            """);
        var workspace = ImageStreamWorkspace.Create(
            new WorkspaceObjects { Streams = [failed] }, new WorkspaceOptions { Assumptions = Both });

        Assert.IsType<TagResolution.FailedImport>(Resolve(workspace, "shop/ruby:3.3"));
    }

    [Fact]
    public void Resolve_ManyFollowers_InAnyOrder()
    {
        var tags = Enumerable.Range(0, 2_000)
            .Select(i => $$$"""{"name": "t{{{i}}}", "from": {"kind": "ImageStreamTag", "name": "t{{{i + 1}}}"}}""")
            .Append("""{"name": "t2000", "from": {"kind": "DockerImage", "name": "quay.io/team/base:1"}}""");
        var stream = ReadStream($$$"""{"metadata": {"namespace": "n", "name": "s"}, "spec": {"tags": [{{{string.Join(',', tags)}}}]}}""");
        var workspace = ImageStreamWorkspace.Create(
            new WorkspaceObjects { Streams = [stream] }, new WorkspaceOptions { Assumptions = Both });

        Assert.Equal(2_001, workspace.ResolveAll().CountByKind(TagOutcomeKind.Resolved));
    }

    [Fact]
    public void EvaluateTriggers_FromFiles_Fire()
    {
        var results = Create(Both).EvaluateTriggers();

        Assert.All(results, result => Assert.True(result.Fires, result.ToString()));
        Assert.Equal(["BuildConfig shop/web", "Deployment shop/web"], results.Select(result => result.Object.ToString()));
    }

    [Fact]
    public void EvaluateTriggers_AsStored_DoNotFire() =>
        Assert.DoesNotContain(Create(WorkspaceAssumptions.AsStored).EvaluateTriggers(), result => result.Fires);

    [Fact]
    public void Diagnose_FromFiles_IsSilent()
    {
        Assert.DoesNotContain(ImageStreamWorkspace.Create(
            new WorkspaceObjects { Streams = [Web], BuildConfigs = [Build with { Spec = Build.Spec with { Triggers = [] } }], Workloads = [Deployment] },
            new WorkspaceOptions { Assumptions = Both }).Diagnose(), finding => finding.Severity == TriggerSeverity.Error);
        Assert.NotEmpty(Create(WorkspaceAssumptions.AsStored).Diagnose());
    }

    [Fact]
    public void Admit_NameOfAStream_BecomesTheAssumedImage()
    {
        var admission = Create(Both).Admit(Deployment);

        Assert.Equal("quay.io/team/ruby:3.3", admission.Admission.Workload.Containers[0].Image);
        Assert.Equal(WorkspaceAssumptions.AssumeImported, admission.RestsOn);
    }

    [Fact]
    public void Admit_AsStored_KeepsTheImage()
    {
        var admission = Create(WorkspaceAssumptions.AsStored).Admit(Deployment);

        Assert.Same(Deployment, admission.Admission.Workload);
        Assert.Equal(WorkspaceAssumptions.AsStored, admission.RestsOn);
    }

    [Fact]
    public void ComputeImpact_BaseMoves_ReachesBuildAndRollout()
    {
        var impact = Create(Both).ComputeImpact(ImageStreamTagName.Parse("shop/ruby:latest")).Impact;

        Assert.Equal((1, 1), (impact.Builds, impact.Rollouts));
    }

    [Fact]
    public void FindCut_BuildLoop_IsItsTrigger()
    {
        var loop = Build with { Spec = Build.Spec with { Output = new BuildOutput { To = ObjectReference.ImageStreamTag("ruby:latest") } } };
        var cycle = Assert.Single(ImageStreamWorkspace.Create(new WorkspaceObjects { Streams = [Web], BuildConfigs = [loop] }).Cycles);

        Assert.Equal(GraphEdgeKind.BuildTrigger, cycle.FindCut().Edge.Kind);
        Assert.Equal(
            "without this trigger, tag shop/ruby:latest no longer starts BuildConfig shop/web by itself, and the build keeps its base.",
            cycle.FindCut().Reason);
    }

    private static ImageStream ReadStream(string json) => ImageStreamJson.Deserialize<ImageStream>(json);

    private static ImageStreamWorkspace Create(WorkspaceAssumptions assumptions) => ImageStreamWorkspace.Create(
        new WorkspaceObjects { Streams = [Ruby, Web], BuildConfigs = [Build], Workloads = [Deployment] },
        new WorkspaceOptions { Assumptions = assumptions });

    private static TagResolution Resolve(ImageStreamWorkspace workspace, string tag) =>
        workspace.Resolve(ImageStreamTagName.Parse(tag)).Resolution;
}
