using ImageStreams.Builds;
using ImageStreams.Resolution;
using ImageStreams.Serialization;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

public class BuildAdmissionTests
{
    private const string Host = "registry.local:5000";

    private static ImageStream Ruby => AnImageStream().InRepository($"{Host}/shop/ruby").Tag("latest").PointsTo('1').Build();

    private static ImageAdmission Admission => new(new ImageNameResolver(
        [Ruby with { Spec = Ruby.Spec with { LookupPolicy = new ImageLookupPolicy { Local = true } } }], Host));

    [Theory]
    [InlineData("sourceStrategy")]
    [InlineData("dockerStrategy")]
    [InlineData("customStrategy")]
    public void Admit_NameInAStrategy_BecomesAPullSpec(string strategy)
    {
        var admitted = Admission.Admit(ABuild($$"""{"{{strategy}}":{"from":{"kind":"DockerImage","name":"ruby"} } }"""));

        Assert.Equal(ObjectReference.DockerImage(PullSpec('1')), admitted.Build.Spec.Strategy.From);
        Assert.Equal($"spec.strategy.{strategy}.from", Assert.Single(admitted.Results).Path);
    }

    [Fact]
    public void Admit_EmptyTagInTheSource_BecomesTheTargetOfAPush()
    {
        var admitted = Admission.Admit(ABuild("{}", """{"images":[{"from":{"kind":"ImageStreamTag","namespace":"shop","name":"ruby:7"}}]}"""));

        Assert.Equal(ObjectReference.DockerImage($"{Host}/shop/ruby:7"), admitted.Build.Spec.Source.Images[0].From);
        Assert.Equal("spec.source.images[0].from", Assert.Single(admitted.Results).Path);
    }

    [Fact]
    public void Admit_OneNameOfTwo_IsRewrittenAlone()
    {
        var admitted = Admission.Admit(ABuild(
            """{"sourceStrategy":{"from":{"kind":"ImageStreamTag","name":"ruby:latest"}}}""",
            """{"images":[{"from":{"kind":"ImageStreamTag","namespace":"shop","name":"ruby:7"}}]}"""));

        Assert.Equal(ObjectReference.DockerImage($"{Host}/shop/ruby:7"), admitted.Build.Spec.Source.Images[0].From);
        Assert.Equal("ImageStreamTag", admitted.Build.Spec.Strategy.From!.Kind);
    }

    [Fact]
    public void Admit_TagWithAnImage_StaysAReference()
    {
        var build = ABuild("""{"sourceStrategy":{"from":{"kind":"ImageStreamTag","name":"ruby:latest"}}}""");
        var admitted = Admission.Admit(build);

        Assert.Same(build, admitted.Build);
        Assert.Equal(AdmissionReason.NotALocalName, Assert.IsType<AdmissionResult.LeftAlone>(admitted.Results[0]).Reason);
    }

    [Fact]
    public void Admit_BuildOfAConfiguration_IsUnchanged()
    {
        var build = ABuild("""{"sourceStrategy":{"from":{"kind":"DockerImage","name":"ruby"}}}""");
        build = build with { Metadata = build.Metadata with { OwnerReferences = [new OwnerReference { Controller = true }] } };

        Assert.Equal(
            AdmissionReason.HasController,
            Assert.IsType<AdmissionResult.LeftAlone>(Admission.Admit(build).Results[0]).Reason);
    }

    [Fact]
    public void Admit_OtherFields_Survive()
    {
        var admitted = Admission.Admit(ABuild("""{"dockerStrategy":{"noCache":true,"from":{"kind":"DockerImage","name":"ruby"}}}"""));
        Assert.Contains("\"noCache\":true", ImageStreamJson.Serialize(admitted.Build), StringComparison.Ordinal);
    }

    private static Build ABuild(string strategy, string source = "{}") => ImageStreamJson.Deserialize<Build>(
        $$"""{"metadata":{"name":"app-1","namespace":"shop"},"spec":{"source":{{source}},"strategy":{{strategy}} } }""");
}
