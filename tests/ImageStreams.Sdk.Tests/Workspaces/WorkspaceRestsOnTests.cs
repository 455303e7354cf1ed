using ImageStreams.Builds;
using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using ImageStreams.Workspaces;
using static ImageStreams.Tests.Workspaces.WorkspaceSamples;

namespace ImageStreams.Tests.Workspaces;

public sealed class WorkspaceRestsOnTests
{
    private static ImageStream Base => Stream("base", Tag("1", "DockerImage", "quay.io/team/base:1"));

    [Fact]
    public void EvaluateTriggers_FromFiles_NameTheirAssumptions()
    {
        var triggers = Create(Base, Stream("web")).EvaluateTriggers();

        Assert.Equal(
            [("BuildConfig shop/web", WorkspaceAssumptions.AssumeImported), ("Deployment shop/web", WorkspaceAssumptions.AssumePushed)],
            triggers.Select(trigger => (trigger.Object.ToString(), trigger.RestsOn)));
        Assert.EndsWith("This assumes that the tag has been imported.", triggers[0].Explanation, StringComparison.Ordinal);
        Assert.All(triggers, trigger => Assert.Single(trigger.Triggers));
    }

    [Fact]
    public void EvaluateTriggers_Stored_RestOnNothing()
    {
        var workspace = Create(Stream("base", "", Has("1", "quay.io/team/base:1")), Stream("web", "", Has("latest", "quay.io/team/web:1")));

        Assert.All(workspace.EvaluateTriggers(), trigger => Assert.Equal(
            (WorkspaceAssumptions.AsStored, true, trigger.Result), (trigger.RestsOn, trigger.Fires, trigger.Explanation)));
    }

    [Fact]
    public void EvaluateTriggers_OneObject_GivesTheTypedResult()
    {
        var workspace = Create(Base, Stream("web"));

        Assert.IsType<BuildTriggerResult.BuildRequired>(workspace.EvaluateTriggers(WorkspaceSamples.Build));
        var changed = Assert.IsType<WorkloadTriggerResult.Changed>(workspace.EvaluateTriggers(Deployment));
        Assert.Equal($"{Registry}/shop/web:latest", changed.Workload.Containers[0].Image);
    }

    [Fact]
    public void ComputeImpact_Steps_NameTheirAssumptions()
    {
        var impact = Create(Base, Stream("web")).ComputeImpact(ImageStreamTagName.Parse("shop/base:1"));

        Assert.Equal(Both, impact.RestsOn);
        Assert.Equal(
            ["BuildConfig shop/web: AssumeImported", "tag shop/web:latest: AssumePushed", "Deployment shop/web: AssumePushed"],
            impact.Impact.Waves.SelectMany(wave => wave.Items).Select(item => $"{item.Node}: {impact.FindAssumption(item)}"));
        Assert.EndsWith("and that builds have pushed their images.", impact.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Admit_Build_NamesItsAssumptions()
    {
        var build = ImageStreamJson.Deserialize<Build>("""
            {"metadata": {"namespace": "shop", "name": "web-1"}, "spec": {
              "strategy": {"sourceStrategy": {"from": {"kind": "ImageStreamTag", "name": "base:1"}}}}}
            """);
        var admission = Create(Base).Admit(build);

        Assert.Equal(WorkspaceAssumptions.AssumeImported, admission.RestsOn);
        Assert.EndsWith("This assumes that the tag has been imported.", admission.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Admit_TagThatABuildPushes_IsAssumedPushed()
    {
        var admission = Create(Base, Stream("web")).Admit(Deployment);

        var result = Assert.IsType<AdmissionResult.LeftAlone>(Assert.Single(admission.Admission.Results));
        Assert.IsType<ImageNameResolution.NotLocal>(result.Resolution);
        Assert.Equal(WorkspaceAssumptions.AssumePushed, admission.RestsOn);
        Assert.EndsWith("This assumes that the build has pushed its image.", admission.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Admit_AsStored_KnowsTheImagesOfTheStatusOnly()
    {
        var pod = Workload.Parse($$$"""
            {"kind": "Pod", "apiVersion": "v1", "metadata": {"namespace": "shop", "name": "web"}, "spec": {"containers": [{"name": "web", "image": "base@{{{ImageA}}}"}]}}
            """);
        var objects = new WorkspaceObjects { Images = [new Image { Metadata = new ObjectMeta { Name = ImageA } }] };

        Assert.IsType<ImageNameResolution.NotFound>(Resolve(Create(objects, WorkspaceAssumptions.AsStored), pod));
        Assert.IsType<ImageNameResolution.Resolved>(Resolve(Create(objects), pod));
        Assert.IsType<ImageNameResolution.Resolved>(Resolve(
            Create(objects with { Streams = [Stream("base", "", Has("1", "quay.io/team/base:1"))] }, WorkspaceAssumptions.AsStored), pod));
    }

    private static ImageNameResolution? Resolve(ImageStreamWorkspace workspace, Workload pod) =>
        Assert.IsType<AdmissionResult.LeftAlone>(Assert.Single(workspace.Admit(pod).Admission.Results)).Resolution;
}
