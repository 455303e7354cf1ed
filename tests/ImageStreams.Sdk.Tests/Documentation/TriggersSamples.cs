using System.Text;
using ImageStreams.References;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.DeploymentConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Documentation;

public sealed class TriggersSamples
{
    private static readonly ImageStream[] Streams = [AnImageStream().Tag("2.7").PointsTo('1').Build()];

    [Fact]
    public void Build_OfATagThatMoved_IsRequested()
    {
        var streams = Streams;
        var buildConfig = ABuildConfig().TriggeredBy(ATag("ruby:2.7")).Build();

        // sample: triggers-build
        var tags = new StreamTagLookup(streams);
        var result = BuildTriggers.Evaluate(buildConfig, tags);
        if (result is BuildTriggerResult.BuildRequired build)
        {
            Console.WriteLine($"build for {build.Request.TriggeredByImage!.Name}");
            buildConfig = BuildTriggers.RecordBuild(buildConfig, build.Request, Timestamp.Now(TimeProvider.System), tags);
        }

        Console.WriteLine(result.Explanation);
        // end

        Assert.IsType<BuildTriggerResult.NoBuild>(BuildTriggers.Evaluate(buildConfig, tags));
    }

    [Fact]
    public void Workload_OfATagThatMoved_GetsItsImage()
    {
        var tags = new StreamTagLookup(Streams);
        var json = AWorkload().Runs("unbuilt").TriggeredBy("ruby:2.7").Build().ToJson();

        // sample: triggers-workload
        var deployment = Workload.Parse(json);
        switch (WorkloadTriggers.Evaluate(deployment, tags))
        {
            case WorkloadTriggerResult.Changed changed:
                Console.WriteLine(changed.Workload);
                break;
            case WorkloadTriggerResult.Invalid invalid:
                Console.WriteLine($"{invalid.Reason}: {invalid.Message}");
                break;
            case var other:
                Console.WriteLine(other.Explanation);
                break;
        }
        // end

        Assert.IsType<WorkloadTriggerResult.Changed>(WorkloadTriggers.Evaluate(deployment, tags));
    }

    [Fact]
    public void DeploymentConfig_OfATagThatMoved_GetsItsImage()
    {
        var tags = new StreamTagLookup(Streams);
        var deploymentConfig = ADeploymentConfig().Runs(" ").TriggeredBy(ATag("ruby:2.7")).Build();

        // sample: triggers-deploymentconfig
        if (DeploymentConfigTriggers.Evaluate(deploymentConfig, tags) is DeploymentConfigTriggerResult.Changed changed)
        {
            deploymentConfig = changed.DeploymentConfig;
        }
        // end

        Assert.Equal(PullSpec('1'), deploymentConfig.Spec.Template!.Spec.Containers[0].Image);
    }

    [Fact]
    public void Authoring_EachVerb_WritesTheAnnotation()
    {
        var deployment = AWorkload().Runs("unbuilt").Build();

        // sample: triggers-authoring
        deployment = WorkloadTriggers.Add(deployment, "web", ImageStreamTagName.Parse("ruby:2.7"));
        deployment = WorkloadTriggers.Pause(deployment, "web");
        deployment = WorkloadTriggers.Retarget(deployment, "web", ImageStreamTagName.Parse("shared/ruby:3.3"));
        deployment = WorkloadTriggers.Resume(deployment, "web");

        Assert.Equal(
            """[{"from":{"kind":"ImageStreamTag","name":"ruby:3.3","namespace":"shared"},"fieldPath":"spec.template.spec.containers[?(@.name==\"web\")].image"}]""",
            deployment.FindAnnotation("image.openshift.io/triggers"));
        // end
    }

    [Fact]
    public void Conversion_OfADeploymentConfig_ReportsLosses()
    {
        var deploymentConfig = ADeploymentConfig().Runs(" ").TriggeredBy(ATag("ruby:2.7")).Build();
        var deployment = AWorkload().Runs(" ").Build();

        // sample: triggers-conversion
        var conversion = DeploymentConfigTriggers.ToDeployment(deploymentConfig);
        foreach (var note in conversion.Notes)
        {
            Console.WriteLine(note);
        }

        Console.WriteLine(Encoding.UTF8.GetString(conversion.Deployment.Utf8));
        deployment = conversion.ApplyTo(deployment);
        // end

        Assert.Single(WorkloadTriggers.List(deployment));
    }

    [Fact]
    public void Kinds_OfYourOwn_AreWorkloads()
    {
        const string RolloutJson = """
            {"apiVersion":"argoproj.io/v1alpha1","kind":"Rollout","spec":{"template":{"spec":{"containers":[{"name":"web","image":"x"}]}}}}
            """;

        // sample: triggers-kinds
        var kinds = WorkloadKinds.Known
            .With(WorkloadKind.Create("Rollout", "spec.template", group: "argoproj.io", pauseField: "paused"))
            .With(WorkloadKind.Create("Service", "spec.template", group: "serving.knative.dev"));

        var rollout = Workload.Parse(RolloutJson, kinds);
        rollout = WorkloadTriggers.Add(rollout, "web", ImageStreamTagName.Parse("ruby:2.7"));
        // end

        Assert.Equal("spec.template.spec.containers[?(@.name==\"web\")].image", WorkloadTriggers.List(rollout)[0].FieldPath);
    }
}
