using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Workloads;

/// <summary>The defaults that OpenShift's API server sets in a deployment configuration.</summary>
public class DeploymentConfigDefaultsTests
{
    [Theory]
    [InlineData("{}", 1)]
    [InlineData("""{"spec":{"triggers":null}}""", 1)]
    [InlineData("""{"spec":{"triggers":[]}}""", 0)]
    public void WithDefaults_NoTriggers_GetsAConfigChangeTriggerUnlessTheListExists(string json, int expected)
    {
        var triggers = ImageStreamJson.Deserialize<DeploymentConfig>(json).WithDefaults().Spec.Triggers;

        Assert.Equal(expected, triggers.Count);
        Assert.All(triggers, trigger => Assert.Equal("ConfigChange", trigger.Type));
    }

    [Fact]
    public void WithDefaults_TagWithoutKindAndNamespace_GetsBoth()
    {
        var from = AConfig(new ObjectReference { Name = "ruby:2.7" }).WithDefaults().Spec.Triggers[0].ImageChangeParams!.From;

        Assert.Equal(ObjectReference.ImageStreamTag("shop", "ruby:2.7"), from);
    }

    [Fact]
    public void WithDefaults_EverythingGiven_IsTheSameObject()
    {
        var config = AConfig(ObjectReference.ImageStreamTag("infra", "ruby:2.7"));

        Assert.Same(config, config.WithDefaults());
    }

    private static DeploymentConfig AConfig(ObjectReference from) => new()
    {
        Metadata = new() { Name = "web", Namespace = "shop" },
        Spec = new() { Triggers = [new() { Type = "ImageChange", ImageChangeParams = new() { From = from } }] },
    };
}
