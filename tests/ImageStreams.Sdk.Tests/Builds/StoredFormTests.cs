using ImageStreams.Builds;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Builds;

/// <summary>Build and deployment configurations as an API server stores what people write.</summary>
public class StoredFormTests
{
    private const string RubyBase = """
        "strategy":{"type":"Source","sourceStrategy":{"from":{"kind":"ImageStreamTag","name":"ruby:2.7"}}}
        """;

    [Theory]
    [InlineData("""{"type":"ImageChange"}""", """{"type":"ImageChange","imageChange":{}}""")]
    [InlineData("""{"type":"ImageChange","imageChange":null}""", """{"type":"ImageChange","imageChange":{}}""")]
    [InlineData("""{"type":"imageChange","imageChange":{}}""", """{"type":"ImageChange","imageChange":{}}""")]
    [InlineData("""{"type":"imageChange","imageChange":{"paused":true}}""", """{"type":"ImageChange","imageChange":{"paused":true}}""")]
    [InlineData("""{"type":"imageChange"}""", """{"type":"imageChange"}""")]
    [InlineData("""{"type":"github","github":{"secret":"x"}}""", """{"type":"GitHub","github":{"secret":"x"}}""")]
    [InlineData("""{"type":"generic","generic":{"secret":"x"}}""", """{"type":"Generic","generic":{"secret":"x"}}""")]
    [InlineData("""{"type":"ConfigChange"}""", """{"type":"ConfigChange"}""")]
    [InlineData("""{"type":"GitLab"}""", """{"type":"GitLab"}""")]
    [InlineData("""{"type":"Bitbucket"}""", """{"type":"Bitbucket"}""")]
    public void TypeOfABuildTrigger_IsTheOneThatIsStored(string written, string stored)
    {
        var config = ABuildConfig($$"""{"triggers":[{{written}} ],{{RubyBase}} }""");

        AssertStored(config, $$"""{"triggers":[{{stored}} ],{{RubyBase}} }""", spec => spec.Triggers);
    }

    [Theory]
    [InlineData("""{"type":"imagechange","imageChange":{}}""", RubyBase)]
    [InlineData("""{"type":"Imagechange"}""", RubyBase)]
    [InlineData("""{"imageChange":{}}""", RubyBase)]
    [InlineData("""{"type":"GITHUB"}""", RubyBase)]
    [InlineData("""{"type":"ImageChange"}""", """ "strategy":{"customStrategy":{"from":{"kind":"DockerImage","name":"a/b:1"}}}""")]
    [InlineData("""{"type":"ImageChange","imageChange":{}}""", """ "strategy":{"dockerStrategy":{}}""")]
    [InlineData("""{"type":"imageChange"}""", """ "strategy":{"dockerStrategy":{}}""")]
    [InlineData("""{"type":"ImageChange"}""", """ "strategy":{"jenkinsPipelineStrategy":{}}""")]
    public void TriggerThatNoServerKeeps_IsNotStored(string trigger, string strategy)
    {
        var config = ABuildConfig($$"""{"triggers":[{{trigger}} ,{"type":"ConfigChange"} ],{{strategy}} }""");

        AssertStored(config, $$"""{"triggers":[{"type":"ConfigChange"} ],{{strategy}} }""", spec => spec.Triggers);
        Assert.Equal(2, config.Complete().Spec.Triggers.Count);
    }

    [Theory]
    [InlineData("""{"name":"ruby:2.7"}""", """{"kind":"ImageStreamTag","name":"ruby:2.7"}""")]
    [InlineData("""{"kind":"","name":"ruby:2.7"}""", """{"kind":"ImageStreamTag","name":"ruby:2.7"}""")]
    [InlineData("""{"kind":"ImageStream","name":"ruby"}""", """{"kind":"ImageStreamTag","name":"ruby:latest"}""")]
    [InlineData("""{"kind":"ImageStream","name":"ruby:2.7"}""", """{"kind":"ImageStreamTag","name":"ruby:2.7:latest"}""")]
    [InlineData("""{"kind":"ImageStream","name":"ruby","namespace":"x"}""", """{"kind":"ImageStreamTag","name":"ruby:latest","namespace":"x"}""")]
    [InlineData("""{"kind":"DockerImage","name":"ruby"}""", """{"kind":"DockerImage","name":"ruby"}""")]
    [InlineData("""{"kind":"ImageRepository","name":"ruby"}""", """{"kind":"ImageRepository","name":"ruby"}""")]
    public void BaseImage_HasTheKindThatIsStored(string written, string stored)
    {
        foreach (var strategy in (string[])["source", "docker", "custom"])
        {
            AssertStored(
                ABuildConfig($$"""{"strategy":{"{{strategy}}Strategy":{"from":{{written}} } } }"""),
                $$"""{"strategy":{"{{strategy}}Strategy":{"from":{{stored}} } } }""",
                spec => spec.Strategy.From);
        }
    }

    [Theory]
    [InlineData("""{"name":"app"}""", """{"kind":"ImageStreamTag","name":"app:latest"}""")]
    [InlineData("""{"kind":"ImageStream","name":"app"}""", """{"kind":"ImageStreamTag","name":"app:latest"}""")]
    [InlineData("""{"name":"app:1"}""", """{"kind":"ImageStreamTag","name":"app:1:latest"}""")]
    [InlineData("""{"kind":"ImageStreamTag","name":"app:1"}""", """{"kind":"ImageStreamTag","name":"app:1"}""")]
    [InlineData("""{"kind":"DockerImage","name":"quay.io/a/b"}""", """{"kind":"DockerImage","name":"quay.io/a/b"}""")]
    public void Output_HasTheKindThatIsStored(string written, string stored) => AssertStored(
        ABuildConfig($$"""{"output":{"to":{{written}} } }"""), $$"""{"output":{"to":{{stored}} } }""", spec => spec.Output);

    [Theory]
    [InlineData("""{"source":{"git":{"uri":"u"}},"strategy":{"sourceStrategy":{}}}""", "Git", "Source")]
    [InlineData("""{"source":{"type":"Git","dockerfile":"FROM x"},"strategy":{"dockerStrategy":{}}}""", "Dockerfile", "Docker")]
    [InlineData("""{"source":{"type":"Binary"},"strategy":{"type":"Docker"}}""", "Binary", "Docker")]
    [InlineData("""{"source":{"binary":{"asFile":"a"},"dockerfile":""},"strategy":{"customStrategy":{}}}""", "Binary", "Custom")]
    [InlineData("""{"source":{"images":[{"from":{"name":"a"}}]},"strategy":{"jenkinsPipelineStrategy":{}}}""", "Image", "JenkinsPipeline")]
    [InlineData("""{"source":{"contextDir":"x"},"strategy":{"type":"Other"}}""", "None", "Other")]
    public void Types_AreThoseOfWhatIsGiven(string written, string source, string strategy)
    {
        var spec = ABuildConfig(written).WithDefaults().Spec;

        Assert.Equal(source, spec.Source.Type);
        Assert.Equal(strategy, spec.Strategy.Type);
        Assert.Same(spec, spec.WithDefaults());
    }

    [Fact]
    public void LegacyGroup_BecomesThePresentOne()
    {
        var build = new BuildConfig { Kind = "BuildConfig", ApiVersion = "v1" }.WithDefaults();
        var deployment = new DeploymentConfig { Kind = "DeploymentConfig", ApiVersion = "v1" }.WithDefaults();

        Assert.Equal("build.openshift.io/v1", build.ApiVersion);
        Assert.Equal("apps.openshift.io/v1", deployment.ApiVersion);
        Assert.Same(build, build.WithDefaults());
        Assert.Same(deployment, deployment.WithDefaults());
        Assert.Null(new BuildConfig().WithDefaults().ApiVersion);
    }

    [Theory]
    [InlineData("""{"name":"ruby:2.7"}""", "ImageStreamTag", "ruby:2.7")]
    [InlineData("""{"kind":"ImageStream","name":"ruby"}""", "ImageStreamTag", "ruby:latest")]
    [InlineData("""{"kind":"ImageStream","name":"ruby:2.7"}""", "ImageStreamTag", "ruby:2.7")]
    [InlineData("""{"kind":"ImageRepository","name":"ruby"}""", "ImageStreamTag", "ruby:latest")]
    [InlineData("""{"kind":"ImageRepository","name":"ruby:2.7","namespace":"shop"}""", "ImageStreamTag", "ruby:2.7")]
    [InlineData("""{"kind":"DockerImage","name":"ruby"}""", "DockerImage", "ruby")]
    [InlineData("""{"kind":"imageStreamTag","name":"ruby:1"}""", "imageStreamTag", "ruby:1")]
    public void TagOfADeploymentTrigger_IsTheOneThatIsStored(string written, string kind, string name)
    {
        var config = ImageStreamJson.Deserialize<DeploymentConfig>(
            $$"""{"metadata":{"namespace":"shop"} ,"spec":{"triggers":[{"type":"ImageChange","imageChangeParams":{"from":{{written}} } } ]} }""");

        var stored = config.WithDefaults();

        var from = stored.Spec.Triggers[0].ImageChangeParams!.From;
        Assert.Equal(new ObjectReference { Kind = kind, Name = name, Namespace = "shop" }, from);
        Assert.Same(stored, stored.WithDefaults());
    }

    private static BuildConfig ABuildConfig(string spec) =>
        ImageStreamJson.Deserialize<BuildConfig>($$"""{"metadata":{"name":"app","namespace":"shop"} ,"spec":{{spec}} }""");

    private static void AssertStored<T>(BuildConfig written, string expected, Func<BuildConfigSpec, T> part)
    {
        var stored = written.WithDefaults();

        Assert.Equal(part(ABuildConfig(expected).Spec), part(stored.Spec));
        Assert.Same(stored, stored.WithDefaults());
    }
}
