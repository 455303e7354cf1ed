using ImageStreams.Policies;
using ImageStreams.Tests.Builders;
using ImageStreams.Triggers;
using static ImageStreams.Tests.Triggers.ExaminedObjects;

namespace ImageStreams.Tests.Triggers;

public class PolicyDoctorTests
{
    private const string Path = $"spec.tags[0].annotations['{TagPolicyAnnotation.Name}']";

    [Theory]
    [InlineData("^2")]
    [InlineData(">1.2.3 <1.2.5")]
    [InlineData(">1.2.3-alpha <1.2.3-beta")]
    [InlineData("!=0 !=1 !=2")]
    [InlineData("<1.0.0 >=0.9999 || 9")]
    [InlineData("99999999999999999999999999")]
    public void Examine_ARangeWithVersions_IsSound(string range) => AssertSound(AStream(new TagPolicy { Range = range }));

    [Theory]
    [InlineData(">2 <1")]
    [InlineData(">1.2.3 <1.2.4")]
    [InlineData("^1 ^2")]
    [InlineData("<1.0.0 !=0.x")]
    [InlineData(">1.2.3 <1.2.4 || 1.0.0 2.0.0")]
    public void Examine_ARangeWithoutVersions_IsFound(string range) =>
        AssertFindsOnly(TriggerRules.EmptyVersionRange, Path, AStream(new TagPolicy { Range = range }));

    [Fact]
    public void Examine_ARangeOfPreReleasesThatAreExcluded_IsFound() => AssertFindsOnly(
        TriggerRules.EmptyVersionRange, Path, AStream(new TagPolicy { Range = "=1.0.0-rc.1", PreRelease = TagPolicyPreRelease.Exclude }));

    [Fact]
    public void Examine_AnUnreadablePolicy_NamesTheField()
    {
        var stream = AStream(new TagPolicy());
        var broken = Change(stream, tag => tag with { Annotations = tag.Annotations.Set(TagPolicyAnnotation.Name, "{\"rang\":\"^2\"}") });

        var finding = AssertFindsOnly(TriggerRules.InvalidPolicy, Path, broken);

        Assert.Equal(
            "The policy of shop/lib:prod cannot be used: rang: A policy has no such field. Did you mean range or tag?", finding.Message);
    }

    [Fact]
    public void Examine_ATagThatFollowsAnotherTag_IsFound()
    {
        var stream = Change(AStream(new TagPolicy()), tag => tag with { From = ObjectReference.ImageStreamTag("app:latest") });

        Assert.Equal(
            "shop/lib:prod has a policy that is void: it follows another tag.", AssertFinds(TriggerRules.VoidPolicy, Path, stream).Message);
    }

    [Fact]
    public void Examine_PatternsThatMatchNoKnownTag_AreFound()
    {
        var stream = AStream(new TagPolicy { Include = ["glob:*-alpine"] });
        stream = stream with
        {
            Spec = stream.Spec with { DockerImageRepository = "quay.io/shop/lib" },
            Status = stream.Status with { Tags = [new NamedTagEventList { Tag = "2.0" }] },
        };

        Assert.EndsWith(
            "quay.io/shop/lib: The patterns of the rule leave no tag of the repository.",
            AssertFindsOnly(TriggerRules.NothingFits, Path, stream).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Examine_TwoTagsThatChooseEachOther_AreFound()
    {
        var policy = new TagPolicy { Order = TagPolicyOrder.Alphabetical, Include = ["^[a-z]+$"] };
        ImageStream one = Hosted(AStream(policy), "lib", "registry.local/shop/other:prod");
        ImageStream other = Hosted(AStream(policy), "other", "registry.local/shop/lib:prod");

        Assert.Equal(2, Examine(one, other).Count(finding => finding.Rule == TriggerRules.PolicyCycle));
        AssertSound(one);
    }

    private static ImageStream Hosted(ImageStream stream, string name, string from) => Change(stream, tag => tag with
    {
        From = ObjectReference.DockerImage(from),
    }) with
    {
        Metadata = stream.Metadata with { Name = name },
        Status = stream.Status with { DockerImageRepository = $"registry.local/shop/{name}" },
    };

    private static ImageStream AStream(TagPolicy policy) => Change(
        StreamBuilder.AnImageStream("lib").Tag("prod").FollowsImage("quay.io/shop/lib:2.0").Build(),
        tag => TagPolicyAnnotation.Write(tag, policy));

    private static ImageStream Change(ImageStream stream, Func<TagReference, TagReference> change) => stream with
    {
        Spec = stream.Spec with { Tags = [change(stream.Spec.Tags[0])] },
    };
}
