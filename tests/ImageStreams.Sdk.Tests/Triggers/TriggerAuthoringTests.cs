using System.Text.Json.Nodes;
using FsCheck.Xunit;
using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.DeploymentConfigBuilder;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Triggers;

public class TriggerAuthoringTests
{
    private const string WebField = "spec.template.spec.containers[?(@.name==\"web\")].image";
    private static ImageStreamTagName RubyA => ImageStreamTagName.Parse("ruby:a");
    private static ImageStreamTagName ElsewhereB => ImageStreamTagName.FromParts("elsewhere", "ruby", "b");

    [Fact]
    public void Workload_EachVerb_WritesReadableTriggers()
    {
        var workload = WorkloadTriggers.Add(AWorkload().Runs("old").BeginsWith("x").Build(), "web", RubyA);
        AssertTrigger(workload, "ruby:a", ns: null, paused: false);

        AssertTrigger(WorkloadTriggers.Pause(workload, "web"), "ruby:a", ns: null, paused: true);
        AssertTrigger(WorkloadTriggers.Resume(WorkloadTriggers.Pause(workload, "web"), "web"), "ruby:a", ns: null, paused: false);
        AssertTrigger(WorkloadTriggers.Retarget(workload, "web", ElsewhereB), "ruby:b", "elsewhere", paused: false);

        var two = WorkloadTriggers.Add(workload, "setup", RubyA.WithNamespace("shop"), paused: true);
        Assert.Equal(
            "spec.template.spec.initContainers[?(@.name==\"setup\")].image", WorkloadTriggers.List(two)[1].FieldPath);
        Assert.Null(WorkloadTriggers.List(two)[1].From.Namespace);
        Assert.Equal(workload, WorkloadTriggers.Remove(two, "setup"));
        Assert.Null(WorkloadTriggers.Remove(workload, "web").FindAnnotation(ObjectFieldTrigger.AnnotationName));
    }

    [Fact]
    public void Workload_UnknownEntriesAndFields_AreKept()
    {
        const string Before = """[ {"from":{"kind":"ImageStreamTag","name":"ruby:a"},"fieldPath":"spec.template.spec.containers[0].image","note":[1, 2]}, {"fieldPath" : "elsewhere","from":{"kind":"X"}} ]""";
        var workload = AWorkload().Runs("old").Annotated(ObjectFieldTrigger.AnnotationName, Before).Build();

        var paused = WorkloadTriggers.Pause(workload, "web").FindAnnotation(ObjectFieldTrigger.AnnotationName);

        Assert.Equal(
            """[{"from":{"kind":"ImageStreamTag","name":"ruby:a"},"fieldPath":"spec.template.spec.containers[0].image","paused":true,"note":[1, 2]},{"fieldPath" : "elsewhere","from":{"kind":"X"}}]""",
            paused);
    }

    [Fact]
    public void Workload_ContainerWhoseNameCannotBeWritten_IsAddressedByPosition()
    {
        var workload = WorkloadTriggers.Add(AWorkload().Runs("old", "we]b").Build(), "we]b", RubyA);

        Assert.Equal("spec.template.spec.containers[0].image", WorkloadTriggers.List(workload)[0].FieldPath);
        Assert.Empty(WorkloadTriggers.List(WorkloadTriggers.Remove(workload, "we]b")));
    }

    public static TheoryData<Func<object>, TriggerEditFailure, string> Refused => new()
    {
        {
            () => WorkloadTriggers.Add(AWorkload().Build(), "web", RubyA),
            TriggerEditFailure.NoSuchContainer, "Deployment shop/web has no container 'web'."
        },
        {
            () => WorkloadTriggers.Pause(AWorkload().Runs("x").Build(), "web"),
            TriggerEditFailure.NoSuchTrigger, "Deployment shop/web has no trigger for the container 'web'."
        },
        {
            () => WorkloadTriggers.Add(AWorkload().Runs("x").TriggeredBy("ruby:b").Build(), "web", RubyA),
            TriggerEditFailure.AlreadyTriggered, "Deployment shop/web already has a trigger for the container 'web'."
        },
        {
            () => WorkloadTriggers.Remove(AWorkload().Runs("x").Annotated(ObjectFieldTrigger.AnnotationName, "{").Build(), "web"),
            TriggerEditFailure.UnreadableAnnotation,
            "The triggers of Deployment shop/web cannot be read. The annotation image.openshift.io/triggers is not valid JSON at line 1, byte 2."
        },
        {
            () => DeploymentConfigTriggers.Add(ADeploymentConfig().Build(), "web", RubyA),
            TriggerEditFailure.NoSuchContainer, "DeploymentConfig shop/web has no container 'web'."
        },
        {
            () => DeploymentConfigTriggers.Add(ADeploymentConfig().Runs("x").TriggeredBy(ATag("ruby:b")).Build(), "web", RubyA),
            TriggerEditFailure.AlreadyTriggered, "DeploymentConfig shop/web already has a trigger for the container 'web'."
        },
        {
            () => DeploymentConfigTriggers.Resume(ADeploymentConfig().Runs("x").Build(), "web"),
            TriggerEditFailure.NoSuchTrigger, "DeploymentConfig shop/web has no trigger for the container 'web'."
        },
        {
            () => BuildTriggers.Add(ABuildConfig().BuiltFrom(ATag("ruby:a")).TriggeredBy(null).Build(), RubyA),
            TriggerEditFailure.AlreadyTriggered, "BuildConfig shop/site already has a trigger on ruby:a."
        },
        {
            () => BuildTriggers.Add(ABuildConfig().Build()),
            TriggerEditFailure.NoStrategyImage, "The strategy of BuildConfig shop/site has no base image."
        },
        {
            () => BuildTriggers.Pause(ABuildConfig().TriggeredBy(ATag("ruby:a")).Build(), ElsewhereB),
            TriggerEditFailure.NoSuchTrigger, "BuildConfig shop/site has no trigger on elsewhere/ruby:b."
        },
        {
            () => BuildTriggers.Remove(ABuildConfig().TriggeredBy(ATag("ruby:a")).Build()),
            TriggerEditFailure.NoSuchTrigger, "BuildConfig shop/site has no trigger on the image of its strategy."
        },
        {
            () => BuildTriggers.Retarget(
                ABuildConfig().TriggeredBy(ATag("ruby:a")).TriggeredBy(ATag("ruby:b", "elsewhere")).Build(), RubyA, ElsewhereB),
            TriggerEditFailure.AlreadyTriggered, "BuildConfig shop/site already has a trigger on elsewhere/ruby:b."
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void EachVerb_ImpossibleEdit_ExplainsWhy(Func<object> edit, TriggerEditFailure reason, string message)
    {
        var refused = Assert.Throws<TriggerEditException>(edit);

        Assert.Equal((reason, message), (refused.Reason, refused.Message));
    }

    [Fact]
    public void DeploymentConfig_EachVerb_ChangesThatTriggerOnly()
    {
        var config = DeploymentConfigTriggers.Add(ADeploymentConfig().Runs("x").Runs("y", "log").Build(), "web", RubyA);
        config = DeploymentConfigTriggers.Add(config, "log", ElsewhereB, automatic: false);
        Assert.Equal(["ConfigChange", "ImageChange", "ImageChange"], config.Spec.Triggers.Select(trigger => trigger.Type));

        Assert.Equal([true, true], Automatic(DeploymentConfigTriggers.Resume(config, "log")));
        Assert.Equal([false, false], Automatic(DeploymentConfigTriggers.Pause(config, "web")));
        Assert.Equal(2, DeploymentConfigTriggers.Remove(config, "log").Spec.Triggers.Count);
        var retargeted = DeploymentConfigTriggers.Retarget(config, "web", ElsewhereB).Spec.Triggers[1].ImageChangeParams!;
        Assert.Equal(("ruby:b", "elsewhere", null), (retargeted.From.Name, retargeted.From.Namespace, retargeted.LastTriggeredImage));
    }

    [Fact]
    public void DeploymentConfig_TriggerOfTwoContainers_LosesOneAtATime()
    {
        var config = ADeploymentConfig().Runs("x").Runs("y", "log").TriggeredBy(ATag("ruby:a")).Build();
        var change = config.Spec.Triggers[1].ImageChangeParams! with { ContainerNames = ["web", "log"] };
        config = config with { Spec = config.Spec with { Triggers = [config.Spec.Triggers[1] with { ImageChangeParams = change }] } };

        var one = DeploymentConfigTriggers.Remove(config, "web");

        Assert.Equal(["log"], one.Spec.Triggers[0].ImageChangeParams!.ContainerNames);
        Assert.Empty(DeploymentConfigTriggers.Remove(one, "log").Spec.Triggers);
    }

    [Fact]
    public void BuildConfig_EachVerb_ChangesThatTriggerOnly()
    {
        var config = BuildTriggers.Add(ABuildConfig().BuiltFrom(ATag("ruby:a")).Build());
        config = BuildTriggers.Add(config, ElsewhereB, paused: true);
        Assert.Equal([null, "ruby:b"], config.Spec.Triggers.Select(trigger => trigger.ImageChange!.From?.Name));

        Assert.Equal([true, true], Paused(BuildTriggers.Pause(config)));
        Assert.Equal([false, false], Paused(BuildTriggers.Resume(config, ElsewhereB)));
        Assert.Single(BuildTriggers.Remove(config).Spec.Triggers);
        Assert.Equal("ruby:c", BuildTriggers.Retarget(config, ElsewhereB, ImageStreamTagName.Parse("ruby:c")).Spec.Triggers[1].ImageChange!.From!.Name);
        Assert.Equal("ruby:c", BuildTriggers.Retarget(config, null, ImageStreamTagName.Parse("ruby:c")).Spec.Strategy.From!.Name);
    }

    [Fact]
    public void Write_TwoTriggersOnOneField_IsRefused()
    {
        var trigger = new ObjectFieldTrigger { FieldPath = WebField };

        var e = Assert.Throws<TriggerAnnotationException>(() => TriggerAnnotation.Write([trigger, trigger]));
        Assert.Equal(TriggerAnnotationFailure.DuplicateField, e.Reason);
        Assert.Throws<TriggerAnnotationException>(() => TriggerAnnotation.Write([trigger with { FieldPath = "\ud800" }]));
    }

    /// <summary>Triggers with any texts are read back as they were written.</summary>
    [Property(MaxTest = 300, Replay = "59,61")]
    public void Write_AnyTriggers_AreReadBack(string[] texts, bool paused)
    {
        var triggers = (texts ?? [])
            .Select(text => new string([.. (text ?? "").Where(character => !char.IsSurrogate(character))]))
            .Distinct()
            .Select(text => new ObjectFieldTrigger
            {
                FieldPath = text,
                Paused = paused,
                From = new ObjectFieldTriggerReference { Kind = text, Name = text, Namespace = text.Length > 0 ? text : null },
            })
            .ToValueList();

        Assert.Equal(triggers, TriggerAnnotation.Parse(TriggerAnnotation.Write(triggers)));
        Assert.Equal(triggers.Count, JsonNode.Parse(TriggerAnnotation.Write(triggers))!.AsArray().Count);
    }

    private static IEnumerable<bool> Automatic(DeploymentConfig config) =>
        config.Spec.Triggers.Select(trigger => trigger.ImageChangeParams).OfType<DeploymentTriggerImageChangeParams>().Select(one => one.Automatic);

    private static IEnumerable<bool> Paused(BuildConfig config) => config.Spec.Triggers.Select(trigger => trigger.ImageChange!.Paused);

    private static void AssertTrigger(Workload workload, string tag, string? ns, bool paused)
    {
        var trigger = Assert.Single(WorkloadTriggers.List(workload));
        Assert.Equal((WebField, "ImageStreamTag", tag, ns, paused), (trigger.FieldPath, trigger.From.Kind, trigger.From.Name, trigger.From.Namespace, trigger.Paused));
    }
}
