using ImageStreams.Lifecycle;
using ImageStreams.Policies;
using ImageStreams.Serialization;

namespace ImageStreams.Tests.Policies;

public class TagPolicyAnnotationTests
{
    [Fact]
    public void Read_ATagWithoutAPolicy_IsAbsent() =>
        Assert.IsType<TagPolicyReading.Absent>(TagPolicyAnnotation.Read(new TagReference { Name = "prod" }));

    [Fact]
    public void Parse_AllFields_ReadsThem()
    {
        const string text = """
            {"dialect":"keel","order":"semver","pick":"lowest","range":">=1 <3","prerelease":"same","step":"minor","parts":3,
             "include":["^v","glob:*-alpine"],"extract":"$0","exclude":"rc","downgrade":"allow","onBadValue":"last","minimumAge":"1d2h3m4s5ms"}
            """;

        var policy = Assert.IsType<TagPolicyReading.Found>(TagPolicyAnnotation.Parse(text)).Policy;

        Assert.Equal(
            new TagPolicy
            {
                Dialect = TagPolicyDialect.Keel,
                Pick = TagPolicyPick.Lowest,
                Range = ">=1 <3",
                PreRelease = TagPolicyPreRelease.Same,
                Step = TagPolicyStep.Minor,
                Parts = 3,
                Include = ["^v", "glob:*-alpine"],
                Extract = "$0",
                Exclude = ["rc"],
                AllowsDowngrade = true,
                OnBadValue = TagPolicyBadValue.Last,
                MinimumAge = new TimeSpan(1, 2, 3, 4, 5),
            },
            policy);
    }

    [Theory]
    [InlineData("", TagPolicyFailure.InvalidJson, "")]
    [InlineData("[]", TagPolicyFailure.InvalidJson, "")]
    [InlineData("{\"range\":{\"a\":{\"b\":{}}}}", TagPolicyFailure.InvalidJson, "")]
    [InlineData("{\"rang\":\"^1\"}", TagPolicyFailure.UnknownField, "rang")]
    [InlineData("{\"Range\":\"^1\"}", TagPolicyFailure.UnknownField, "Range")]
    [InlineData("{\"range\":\"^1\",\"range\":\"^2\"}", TagPolicyFailure.RepeatedField, "range")]
    [InlineData("{\"range\":1}", TagPolicyFailure.WrongType, "range")]
    [InlineData("{\"parts\":\"2\"}", TagPolicyFailure.WrongType, "parts")]
    [InlineData("{\"parts\":1.5}", TagPolicyFailure.InvalidValue, "parts")]
    [InlineData("{\"parts\":4}", TagPolicyFailure.InvalidValue, "parts")]
    [InlineData("{\"order\":\"SemVer\"}", TagPolicyFailure.InvalidValue, "order")]
    [InlineData("{\"minimumAge\":\"1 h\"}", TagPolicyFailure.InvalidValue, "minimumAge")]
    [InlineData("{\"include\":[1]}", TagPolicyFailure.InvalidValue, "include")]
    [InlineData("{\"range\":\"1 &&\"}", TagPolicyFailure.InvalidRange, "range")]
    [InlineData("{\"include\":[\"a\",\"(?=a)\"]}", TagPolicyFailure.InvalidPattern, "include[1]")]
    [InlineData("{\"exclude\":\"[\"}", TagPolicyFailure.InvalidPattern, "exclude[0]")]
    [InlineData("{\"order\":\"numeric\",\"range\":\"^1\"}", TagPolicyFailure.NotApplicable, "range")]
    [InlineData("{\"order\":\"numeric\",\"step\":\"minor\"}", TagPolicyFailure.NotApplicable, "step")]
    [InlineData("{\"order\":\"created\",\"prerelease\":\"same\"}", TagPolicyFailure.NotApplicable, "prerelease")]
    [InlineData("{\"tag\":\"latest\"}", TagPolicyFailure.NotApplicable, "tag")]
    [InlineData("{\"extract\":\"$1\",\"include\":\"glob:*\"}", TagPolicyFailure.NotApplicable, "extract")]
    [InlineData("{\"onBadValue\":\"last\"}", TagPolicyFailure.NotApplicable, "onBadValue")]
    public void Parse_AnError_NamesItsPlace(string text, TagPolicyFailure failure, string field)
    {
        var error = Assert.IsType<TagPolicyReading.Invalid>(TagPolicyAnnotation.Parse(text)).Error;

        Assert.Equal((failure, field), (error.Failure, error.Field));
        Assert.Matches("^[A-Z].*[.?]$", error.Message);
    }

    [Fact]
    public void Parse_AMistypedField_SuggestsTheRightOne()
    {
        var error = Assert.IsType<TagPolicyReading.Invalid>(TagPolicyAnnotation.Parse("{\"includes\":\"a\"}")).Error;

        Assert.Equal("includes: A policy has no such field. Did you mean include?", error.ToString());
    }

    [Fact]
    public void Parse_TextOfAnyLength_IsRefusedEarly()
    {
        var error = Assert.IsType<TagPolicyReading.Invalid>(TagPolicyAnnotation.Parse(new string('[', 1_000_000))).Error;

        Assert.Equal(TagPolicyFailure.TooLong, error.Failure);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"range\":\"^1.2\"}")]
    [InlineData("{\"range\":\">=1 <2\",\"exclude\":[]}")]
    [InlineData("{\"order\":\"digest\",\"tag\":\"latest\"}")]
    [InlineData("{\"dialect\":\"flux\",\"order\":\"numeric\",\"include\":[\"^a\",\"b\"],\"onBadValue\":\"fail\",\"minimumAge\":\"36h\"}")]
    public void Format_WhatWasParsed_GivesAnEqualPolicy(string text)
    {
        var policy = Assert.IsType<TagPolicyReading.Found>(TagPolicyAnnotation.Parse(text)).Policy;
        var again = TagPolicyAnnotation.Format(policy);

        Assert.Equal(policy, Assert.IsType<TagPolicyReading.Found>(TagPolicyAnnotation.Parse(again)).Policy);
        Assert.Equal(text.Replace("36h", "1d12h", StringComparison.Ordinal), again);
    }

    [Fact]
    public void Write_APolicy_KeepsTheOtherAnnotationsAndTheStreamStaysValid()
    {
        var tag = new TagReference
        {
            Name = "prod",
            From = ObjectReference.DockerImage("quay.io/team/app:1.0.0"),
            Annotations = [new("description", "for customers")],
        };
        var with = TagPolicyAnnotation.Write(tag, new TagPolicy { Range = "^1" });
        var stream = new ImageStream
        {
            Metadata = new ObjectMeta { Namespace = "shop", Name = "app" },
            Spec = new ImageStreamSpec { Tags = [with] },
        };
        var again = ImageStreamJson.Deserialize<ImageStream>(ImageStreamJson.Serialize(stream)).Spec.Tags.Find("prod")!;

        Assert.Equal(new TagPolicy { Range = "^1" }, Assert.IsType<TagPolicyReading.Found>(TagPolicyAnnotation.Read(again)).Policy);
        Assert.Equal("for customers", again.Annotations["description"]);
        Assert.IsType<StreamChangeResult.Accepted>(StreamLifecycle.Create(stream, new StreamContext { Now = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch) }));
        Assert.Equal(tag, TagPolicyAnnotation.Write(with, null));
    }
}
