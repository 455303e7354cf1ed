using System.Text.Json.Nodes;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.DeploymentConfigBuilder;

namespace ImageStreams.Tests.Triggers;

/// <summary>The sentences about a conversion, and what it does with triggers that name little.</summary>
public class TriggerConversionNoteTests
{
    [Theory]
    [InlineData(TriggerConversionNoteKind.ConfigChange, 1, "spec.triggers[1]: A Deployment rolls out on every change of its template without a trigger.")]
    [InlineData(TriggerConversionNoteKind.NoConfigChange, null, "spec.triggers: A Deployment rolls out on every change of its template, but this deployment configuration does not.")]
    [InlineData(TriggerConversionNoteKind.Manual, 0, "spec.triggers[0]: The trigger on it is not automatic. It becomes a paused one, and a requested rollout does not use its image.")]
    [InlineData(TriggerConversionNoteKind.LastTriggeredImage, 2, "spec.triggers[2]: The last triggered image it is not kept; the image of the container replaces it.")]
    [InlineData(TriggerConversionNoteKind.NoSuchContainer, 3, "spec.triggers[3]: There is no container 'it'.")]
    [InlineData(TriggerConversionNoteKind.SecondTrigger, 4, "spec.triggers[4]: The container 'it' already has a trigger and cannot have a second one.")]
    [InlineData(TriggerConversionNoteKind.NotATag, 5, "spec.triggers[5]: The trigger names a it; only an ImageStreamTag can fire.")]
    [InlineData(TriggerConversionNoteKind.Setting, null, "spec.it: A Deployment has no it.")]
    [InlineData(TriggerConversionNoteKind.UnknownType, 6, "spec.triggers[6]: A Deployment has no trigger of the type 'it'.")]
    [InlineData(TriggerConversionNoteKind.WaitsForAll, null, "spec.triggers: A Deployment takes each image as soon as its tag has one; it does not wait for all of them.")]
    public void ToString_EachKind_IsPathAndSentence(TriggerConversionNoteKind kind, int? index, string text) =>
        Assert.Equal(text, new TriggerConversionNote { Kind = kind, Index = index, Subject = "it" }.ToString());

    [Fact]
    public void ToDeployment_TriggerOfNoType_HasNoSubject()
    {
        var config = ADeploymentConfig().Runs("x").Build();
        config = config with { Spec = config.Spec with { Triggers = [.. config.Spec.Triggers, new DeploymentTriggerPolicy()] } };
        AssertNote(config, TriggerConversionNoteKind.UnknownType, "");
    }

    [Fact]
    public void ToDeployment_ReferenceWithoutAKind_IsATag()
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(new ObjectReference { Name = "ruby:a" }).Build();
        Assert.Equal("ImageStreamTag", Assert.Single(DeploymentConfigTriggers.ToDeployment(config).Triggers).From.Kind);
    }

    [Fact]
    public void ToDeployment_NamelessTagThatIsNotAutomatic_HasNoSubjectAndAnEmptyName()
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(new ObjectReference { Kind = ReferenceKinds.ImageStreamTag }, automatic: false).Build();

        AssertNote(config, TriggerConversionNoteKind.Manual, "");
        Assert.Equal("", Assert.Single(DeploymentConfigTriggers.ToDeployment(config).Triggers).From.Name);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("shop", null)]
    [InlineData("elsewhere", "elsewhere")]
    public void ToDeployment_Namespace_IsNamedUnlessItIsTheOwn(string? ns, string? written)
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(ATag("ruby:a", ns)).Build();
        Assert.Equal(written, Assert.Single(DeploymentConfigTriggers.ToDeployment(config).Triggers).From.Namespace);
    }

    [Fact]
    public void ToDeployment_ContainerAndInitContainerOfOneName_SetsTheContainer()
    {
        var config = ADeploymentConfig().BeginsWith("x", "web").Runs("y").TriggeredBy(ATag("ruby:a")).Build();
        Assert.StartsWith(
            "spec.template.spec.containers[", Assert.Single(DeploymentConfigTriggers.ToDeployment(config).Triggers).FieldPath, StringComparison.Ordinal);
    }

    [Fact]
    public void ToDeployment_NoTriggers_WritesNoAnnotations() => Assert.DoesNotContain(
        "annotations", DeploymentConfigTriggers.ToDeployment(ADeploymentConfig().Runs("x").Build()).Deployment.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"annotations\":{\"image.openshift.io/triggers\":\"[]\",\"kubectl.kubernetes.io/last-applied-configuration\":\"{}\"}", "null")]
    [InlineData("\"annotations\":{\"image.openshift.io/triggers\":\"[]\",\"a\":\"b\"}", "{\"a\":\"b\"}")]
    public void ToDeployment_FormerTriggersAndLastApplied_AreDropped(string annotations, string expected)
    {
        var config = ImageStreamJson.Deserialize<DeploymentConfig>($$"""{"metadata":{"name":"web",{{annotations}}},"spec":{} }""");

        var metadata = JsonNode.Parse(DeploymentConfigTriggers.ToDeployment(config).Deployment.Utf8)!["metadata"]!;

        Assert.Equal(expected, metadata["annotations"]?.ToJsonString() ?? "null");
    }

    [Fact]
    public void ToDeployment_Paused_StaysPaused()
    {
        var spec = JsonNode.Parse(
            DeploymentConfigTriggers.ToDeployment(ADeploymentConfig().Runs("x").Paused().Build()).Deployment.Utf8)!["spec"]!;

        Assert.True((bool)spec["paused"]!);
    }

    [Theory]
    [InlineData("containers")]
    [InlineData("initContainers")]
    public void ToDeployment_ContainerWithoutAnImage_GetsABlank(string list)
    {
        var config = ImageStreamJson.Deserialize<DeploymentConfig>(
            $$"""{"metadata":{"name":"web"},"spec":{"template":{"spec":{"{{list}}":[{"name":"a"},{"name":"b","image":""},{"name":"c","image":"x"}] } } } }""");

        var containers = JsonNode.Parse(DeploymentConfigTriggers.ToDeployment(config).Deployment.Utf8)!["spec"]!["template"]!["spec"]![list]!;

        Assert.Equal([" ", " ", "x"], containers.AsArray().Select(one => (string?)one!["image"]));
    }

    private static void AssertNote(DeploymentConfig config, TriggerConversionNoteKind kind, string subject) => Assert.Equal(
        subject, Assert.Single(DeploymentConfigTriggers.ToDeployment(config).Notes, note => note.Kind == kind).Subject);
}
