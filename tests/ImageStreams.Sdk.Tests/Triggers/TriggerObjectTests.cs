using ImageStreams.References;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.DeploymentConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Triggers;

/// <summary>The names of objects in errors, and the texts of results.</summary>
public class TriggerObjectTests
{
    private static StreamTagLookup Tags => new([AnImageStream().Tag("a").PointsTo('1').Build()]);

    [Theory]
    [InlineData("shop", "web", "Deployment shop/web")]
    [InlineData("", "web", "Deployment web")]
    [InlineData("shop", "", "Deployment shop/''")]
    public void ToString_Object_NamesWhatItHas(string ns, string name, string text) =>
        Assert.Equal(text, new TriggerObject { Kind = "Deployment", Namespace = ns, Name = name }.ToString());

    [Fact]
    public void From_EachKind_NamesTheObject()
    {
        Assert.Equal("BuildConfig shop/site", TriggerObject.From(ABuildConfig().Build()).ToString());
        Assert.Equal("DeploymentConfig shop/web", TriggerObject.From(ADeploymentConfig().Build()).ToString());
        Assert.Equal("StatefulSet shop/web", TriggerObject.From(AWorkload("StatefulSet").Build()).ToString());
        Assert.Equal("Pod ''", TriggerObject.From(Workload.Parse("""{"kind":"Pod"}""")).ToString());
    }

    [Fact]
    public void Explanation_SeveralTriggers_BeginsWithThoseThatFire()
    {
        var config = ABuildConfig().TriggeredBy(ATag("ruby:gone")).TriggeredBy(ATag("ruby:a"))
            .TriggeredBy(ATag("ruby:b"), paused: true).Build();

        var result = BuildTriggers.Evaluate(config, Tags);

        Assert.Equal(
            $"BuildRequired: ruby:a points to {PullSpec('1')}, and no build has had it. "
            + "ruby:gone does not point to an image. The trigger on ruby:b is paused.",
            result.ToString());
    }

    [Fact]
    public void ToString_NoTriggers_SaysSo() =>
        Assert.Equal("NoBuild: No trigger listens to an image.", BuildTriggers.Evaluate(ABuildConfig().Build(), Tags).ToString());

    [Theory]
    [InlineData(null, "shop", null)]
    [InlineData("", "shop", null)]
    [InlineData("shop", "shop", null)]
    [InlineData("shop", null, "shop")]
    [InlineData("elsewhere", "shop", "elsewhere")]
    public void FromTag_Namespace_IsWrittenUnlessItIsTheHolders(string? ns, string? holder, string? written)
    {
        var reference = TriggerReferences.FromTag(ImageStreamTagName.FromParts(ns ?? "", "ruby", "a"), holder);
        Assert.Equal(("ImageStreamTag", "ruby:a", written), (reference.Kind, reference.Name, reference.Namespace));
    }

    [Fact]
    public void ToFieldReference_ReferenceWithNothing_IsEmpty() =>
        Assert.Equal(new ObjectFieldTriggerReference { Kind = "", Name = "" }, TriggerReferences.ToFieldReference(new ObjectReference()));

    [Fact]
    public void ToFieldReference_Reference_KeepsEveryField() => Assert.Equal(
        new ObjectFieldTriggerReference { Kind = "k", Name = "n", Namespace = "s", ApiVersion = "v" },
        TriggerReferences.ToFieldReference(new ObjectReference { Kind = "k", Name = "n", Namespace = "s", ApiVersion = "v" }));

    [Theory]
    [InlineData("12", true)]
    [InlineData("-12", true)]
    [InlineData("+12", true)]
    [InlineData(" 12", false)]
    [InlineData("1,2", false)]
    [InlineData(null, false)]
    public void Find_VersionOfTheStream_IsAWholeNumber(string? version, bool isVersioned)
    {
        var stream = AnImageStream().Tag("a").PointsTo('1').Build();
        stream = stream with { Metadata = stream.Metadata with { ResourceVersion = version } };

        var found = new StreamTagLookup([stream]).Find(Namespace, "ruby:a");

        Assert.Equal((isVersioned ? PullSpec('1') : null, !isVersioned), (found.PullSpec, found.IsUnversioned));
        Assert.Equal(PullSpec('1'), new StreamTagLookup([stream]) { AcceptUnversioned = true }.Find(Namespace, "ruby:a").PullSpec);
    }

    [Fact]
    public void Find_StreamWithARepository_IgnoresTheHostname()
    {
        var stream = AnImageStream().Tag("a").UnderPolicy(ReferencePolicyType.Local).PointsTo('1').Build();
        stream = stream with { Status = stream.Status with { DockerImageRepository = "own:5000/shop/ruby" } };

        Assert.Equal(PullSpec('1', "own:5000/shop/ruby"), new StreamTagLookup([stream], "other:5000").Find(Namespace, "ruby:a").PullSpec);
    }

    [Fact]
    public void Find_UnversionedStreamWithoutTheTag_IsNotPassedOver()
    {
        var stream = AnImageStream().Tag("a").Build();
        stream = stream with { Metadata = stream.Metadata with { ResourceVersion = null } };

        Assert.Equal(default, new StreamTagLookup([stream]).Find(Namespace, "ruby:a"));
    }
}
