using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Workloads;

public class WorkloadKindsTests
{
    private static readonly WorkloadKinds Kinds = WorkloadKinds.Known
        .With(WorkloadKind.Create("Rollout", "spec.template", group: "argoproj.io", pauseField: "paused"))
        .With(WorkloadKind.Create("Service", "spec.template", group: "serving.knative.dev"))
        .With(WorkloadKind.Create("Game", "spec.server.podTemplate"));

    public static TheoryData<string, string, string> Added => new()
    {
        { "argoproj.io/v1alpha1", "Rollout", "spec.template.spec" },
        { "serving.knative.dev/v1", "Service", "spec.template.spec" },
        { "example.com/v1", "Game", "spec.server.podTemplate.spec" },
    };

    [Theory]
    [MemberData(nameof(Added))]
    public void Parse_AddedKind_IsTriggeredLikeAnyOther(string apiVersion, string kind, string path)
    {
        var workload = Workload.Parse(Json(apiVersion, kind, path), Kinds);

        Assert.Equal((kind, path, "old"), (workload.Kind, workload.PodSpecPath, workload.Containers[0].Image));
        var triggered = WorkloadTriggers.Add(workload, "web", ImageStreamTagName.Parse("ruby:a"));
        var updated = Assert.IsType<WorkloadTriggerResult.Changed>(
            WorkloadTriggers.Evaluate(triggered, new StreamTagLookup([AnImageStream().Tag("a").PointsTo('1').Build()])));
        Assert.Equal(triggered.ToJson().Replace("\"old\"", $"\"{PullSpec('1')}\"", StringComparison.Ordinal), updated.Workload.ToJson());
    }

    [Fact]
    public void Parse_NameOfAnotherGroup_IsNotTheAddedKind()
    {
        Assert.False(Workload.TryParse(RawJson("v1", "Service"), Kinds, out _));
        Assert.Equal(
            WireFailure.Kind, Assert.Throws<WireFormatException>(() => Workload.Parse(RawJson("v1", "Service"), Kinds)).Reason);
        Assert.True(Workload.TryParse(RawJson("serving.knative.dev/v1", "Service"), Kinds, out _));
    }

    [Fact]
    public void Parse_KnownKind_StaysKnown()
    {
        var workload = Workload.Parse(Json("apps/v1", "Deployment", "spec.template.spec"), Kinds);

        Assert.Equal("spec.template.spec", workload.PodSpecPath);
        var own = Kinds.With(WorkloadKind.Create("Deployment", "spec.pods", group: "example.com"));
        Assert.Equal("spec.pods.spec", Workload.Parse(Json("example.com/v1", "Deployment", "spec.pods.spec"), own).PodSpecPath);
        Assert.Equal("spec.template.spec", Workload.Parse(workload.ToJson(), own).PodSpecPath);
    }

    [Fact]
    public void Impact_OfAddedKind_IsAutomatic()
    {
        var rollout = WorkloadTriggers.Add(
            Workload.Parse(Json("argoproj.io/v1", "Rollout", "spec.template.spec"), Kinds), "web", ImageStreamTagName.Parse("ruby:a"));
        var graph = TagGraph.Create(new GraphObjects
        {
            Streams = [AnImageStream().Tag("a").PointsTo('1').Build()],
            Workloads = [rollout],
        });

        Assert.Equal(EdgeFiring.Automatic, Assert.Single(graph.ToSlice().Edges).Firing);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("spec..template")]
    [InlineData("spec.template.")]
    [InlineData("spec.templates[0]")]
    [InlineData("metadata.template")]
    [InlineData("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q")]
    public void Create_InvalidPath_IsRefused(string path) =>
        Assert.ThrowsAny<ArgumentException>(() => WorkloadKind.Create("Game", path));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"kind":3}""")]
    public void TryParse_NoObject_IsFalse(string json) =>
        Assert.Throws<WireFormatException>(() => Workload.Parse(json, Kinds));

    private static RawJson RawJson(string apiVersion, string kind) =>
        global::ImageStreams.Collections.RawJson.Parse(Json(apiVersion, kind, "spec.template.spec"));

    private static string Json(string apiVersion, string kind, string path)
    {
        var pods = path.Split('.').Reverse().Aggregate(
            """{"containers":[{"name":"web","image":"old"}]}""", (inner, step) => $"{{\"{step}\":{inner}}}");
        return $$"""{"apiVersion":"{{apiVersion}}","kind":"{{kind}}","metadata":{"namespace":"shop","name":"web"},{{pods[1..]}}""";
    }
}
