using ImageStreams.Builds;

namespace ImageStreams.Tests.Builds;

/// <summary>The defaults that OpenShift's API server sets in a build configuration.</summary>
public class BuildConfigDefaultsTests
{
    [Fact]
    public void WithDefaults_NothingGiven_RunsSerially() =>
        Assert.Equal("Serial", new BuildConfig().WithDefaults().Spec.RunPolicy);

    [Fact]
    public void WithDefaults_ImageChangeWithoutParameters_GetsThem()
    {
        var config = AConfig() with { Spec = AConfig().Spec with { Triggers = [new() { Type = "ImageChange" }, new() { Type = "GitHub" }] } };

        var triggers = config.WithDefaults().Spec.Triggers;

        Assert.Equal(ImageChangeTrigger.Default, triggers[0].ImageChange);
        Assert.Same(config.Spec.Triggers[1], triggers[1]);
    }

    [Fact]
    public void WithDefaults_TypeDockerWithoutStrategy_GetsAnEmptyOne() =>
        Assert.Equal(DockerBuildStrategy.Default, new BuildStrategy { Type = "Docker" }.WithDefaults().DockerStrategy);

    [Fact]
    public void WithDefaults_BaseImageWithoutKind_IsATag()
    {
        var from = new ObjectReference { Name = "ruby:2.7" };

        Assert.Equal("ImageStreamTag", new SourceBuildStrategy { From = from }.WithDefaults().From.Kind);
        Assert.Equal("ImageStreamTag", new CustomBuildStrategy { From = from }.WithDefaults().From.Kind);
        Assert.Equal("ImageStreamTag", new DockerBuildStrategy { From = from }.WithDefaults().From!.Kind);
        Assert.Null(new DockerBuildStrategy().WithDefaults().From);
    }

    [Fact]
    public void WithDefaults_EverythingGiven_IsTheSameObject()
    {
        var config = AConfig();

        Assert.Same(config, config.WithDefaults());
    }

    private static BuildConfig AConfig() => new()
    {
        Spec = new BuildConfigSpec
        {
            RunPolicy = "Parallel",
            SuccessfulBuildsHistoryLimit = 0,
            FailedBuildsHistoryLimit = 1,
            Source = new() { Type = "None" },
            Strategy = new() { Type = "Source", SourceStrategy = new() { From = ObjectReference.ImageStreamTag("ruby:2.7") } },
            Triggers = [new() { Type = "ImageChange", ImageChange = new() }],
        },
    };
}
