using ImageStreams.Collections;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.GraphWorlds;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Triggers;

/// <summary>The objects of most examinations: a healthy stream, and a Deployment with an annotation.</summary>
internal static class ExaminedObjects
{
    public const string Annotation = "metadata.annotations['image.openshift.io/triggers']";
    public const string WebField = """spec.template.spec.containers[?(@.name==\"web\")].image""";

    /// <summary>The stream <c>app</c>, whose tag <c>latest</c> is imported on a schedule.</summary>
    public static ImageStream App { get; } =
        AnImageStream("app").Tag("latest").FollowsImage("quay.io/app/web:latest").Scheduled().PointsTo('1').Build();

    /// <summary>A trigger of an annotation on that tag, for the container <c>web</c>.</summary>
    public static string Sound { get; } = ATrigger("""{"kind":"ImageStreamTag","name":"app:latest"}""");

    public static string ATrigger(string from, string field = WebField, string more = "") =>
        $$"""{"from":{{from}},"fieldPath":"{{field}}"{{more}}}""";

    /// <summary>A Deployment of the containers <c>web</c> and <c>log</c> with triggers in its annotation.</summary>
    public static Workload ADeployment(params string[] triggers) => Annotated($"[{string.Join(',', triggers)}]");

    public static Workload Annotated(string annotation) => AWorkload()
        .Runs("quay.io/app/web:0").Runs("quay.io/app/log:0", "log").Annotated(ObjectFieldTrigger.AnnotationName, annotation).Build();

    /// <summary>Examines objects together with the healthy stream.</summary>
    public static ValueList<TriggerFinding> Examine(params object[] objects) =>
        TriggerDoctor.Examine(Objects([App, .. objects]));

    public static void AssertSound(params object[] objects) => Assert.Empty(Examine(objects));

    /// <summary>Asserts that a rule has one finding, at a path.</summary>
    public static TriggerFinding AssertFinds(TriggerRule rule, string path, params object[] objects)
    {
        var finding = Assert.Single(Examine(objects), finding => finding.Rule == rule);
        Assert.Equal(path, finding.Location.Path);
        return finding;
    }

    /// <summary>Asserts that there is one finding of all rules, at a path.</summary>
    public static TriggerFinding AssertFindsOnly(TriggerRule rule, string path, params object[] objects)
    {
        var finding = Assert.Single(Examine(objects));
        Assert.Equal((rule, path), (finding.Rule, finding.Location.Path));
        return finding;
    }

    public static void AssertFindsNo(TriggerRule rule, params object[] objects) =>
        Assert.DoesNotContain(Examine(objects), finding => finding.Rule == rule);
}
