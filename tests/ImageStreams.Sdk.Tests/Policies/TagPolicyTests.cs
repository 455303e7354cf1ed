using ImageStreams.Policies;
using ImageStreams.References;

namespace ImageStreams.Tests.Policies;

public class TagPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, "1.2.0,1.10.0,1.9.9,2.0.0-rc.1,latest,20240101", "1.10.0")]
    [InlineData("^1.2", "1.2.0,1.10.0,2.0.0", "1.10.0")]
    [InlineData("~1.2", "1.2.0,1.2.9,1.3.0", "1.2.9")]
    [InlineData("1.0 - 1.5", "1.0,1.5,1.5.1,1.6", "1.5.1")]
    [InlineData(">=1 <2 || 3.x", "1.4.0,2.0.0,3.7.1,4.0.0", "3.7.1")]
    [InlineData("*-0", "1.0.0,2.0.0-rc.1", "2.0.0-rc.1")]
    [InlineData("^1", "v1.2,1.1,v0.9", "v1.2")]
    public void Choose_ByVersion_TakesTheHighestOfTheRange(string? range, string tags, string expected) =>
        Assert.Equal(expected, Chosen(new TagPolicy { Range = range }, tags));

    [Fact]
    public void Choose_ByDefault_SaysWhyEachOtherTagWasPassedOver()
    {
        var attachment = $"sha256-{new string('a', 64)}.sig";
        var choice = Choose(new TagPolicy { Range = "^1" }, $"1.1.0,1.2.0,v1.2.0,2.0.0,1.3.0-rc.1,16,main,{attachment}", "1.0.9");

        var moved = Assert.IsType<TagChoice.Moved>(choice);
        Assert.Equal(("1.0.9", "v1.2.0", true), (moved.From, moved.Tag.Name, moved.IsFromGone));
        Assert.Equal(
            [
                new("1.1.0", TagRejection.Lower), new("1.2.0", TagRejection.SameValue), new("2.0.0", TagRejection.OutOfRange),
                new("1.3.0-rc.1", TagRejection.PreRelease), new("16", TagRejection.TooFewParts),
                new("main", TagRejection.NotAVersion), new TagVerdict(attachment, TagRejection.Excluded),
            ],
            moved.Others);
    }

    [Theory]
    [InlineData(TagPolicyStep.Any, "3.0.0")]
    [InlineData(TagPolicyStep.Major, "3.0.0")]
    [InlineData(TagPolicyStep.Minor, "1.9.0")]
    [InlineData(TagPolicyStep.Patch, "1.2.4")]
    public void Choose_WithAStep_GoesNoFurther(TagPolicyStep step, string expected) =>
        Assert.Equal(expected, Chosen(new TagPolicy { Step = step }, "1.2.3,1.2.4,1.9.0,3.0.0", "1.2.3"));

    [Fact]
    public void Choose_WithAStepFromWhatIsNoVersion_ChoosesNothingAndSaysSo()
    {
        var choice = Choose(new TagPolicy { Step = TagPolicyStep.Minor }, "1.2.3,main", "main");

        Assert.IsType<TagChoice.Nothing>(choice);
        Assert.Contains(new TagVerdict("1.2.3", TagRejection.FollowedNotComparable), choice.Others);
    }

    [Fact]
    public void Choose_TheSamePreRelease_KeepsTheVariant()
    {
        var policy = new TagPolicy { PreRelease = TagPolicyPreRelease.Same, Range = "^16" };

        Assert.Equal("16.2-alpine", Chosen(policy, "16.1-alpine,16.2-alpine,16.3,16.4-bookworm,17.0-alpine", "16.1-alpine"));
    }

    [Theory]
    [InlineData(TagPolicyPreRelease.Include, "2.0.0-rc.1")]
    [InlineData(TagPolicyPreRelease.Exclude, "1.0.0")]
    public void Choose_WithASwitchForPreReleases_ObeysIt(TagPolicyPreRelease switchTo, string expected) =>
        Assert.Equal(expected, Chosen(new TagPolicy { PreRelease = switchTo, Range = "*" }, "0.0.0-a,1.0.0,2.0.0-rc.1"));

    [Fact]
    public void Choose_LowerThanFollowed_StaysUnlessAllowed()
    {
        var policy = new TagPolicy();

        Assert.Equal("2.0.0", Assert.IsType<TagChoice.Unchanged>(Choose(policy, "1.9.0", "2.0.0")).Tag);
        Assert.True(Assert.IsType<TagChoice.Unchanged>(Choose(policy, "1.9.0", "2.0.0")).IsGone);
        Assert.Equal("1.9.0", Chosen(policy with { AllowsDowngrade = true }, "1.9.0", "2.0.0"));
    }

    [Fact]
    public void Choose_ByNumber_ComparesNumbersOfAnyLengthExactly()
    {
        var policy = new TagPolicy { Order = TagPolicyOrder.Numeric };

        Assert.Equal("20240101235959124", Chosen(policy, "20240101235959123,20240101235959124,99.5,-7,1e99,inf"));
        Assert.Equal("-7", Chosen(policy with { Pick = TagPolicyPick.Lowest }, "20240101235959123,-6.99,-7,0x1"));
    }

    [Fact]
    public void Choose_ByWhatIsExtracted_OrdersThatAndReturnsTheTag()
    {
        var policy = new TagPolicy
        {
            Order = TagPolicyOrder.Numeric,
            Include = ["^main-[a-f0-9]+-(?P<time>[0-9]+)$"],
            Extract = "$time",
        };

        Assert.Equal("main-0a1-1700000002", Chosen(policy, "main-fff-1700000001,main-0a1-1700000002,dev-0a1-1800000000"));
    }

    [Fact]
    public void Choose_ByCreation_TakesTheNewestKnownImage()
    {
        CandidateTag[] tags =
        [
            new() { Name = "a", Created = ImageCreationTime.Parse("2026-11-30T10:00:00.000000001Z") },
            new() { Name = "b", Created = ImageCreationTime.Parse("2026-11-30T11:00:00.000000002+01:00") },
            new() { Name = "c" },
        ];
        var choice = new TagPolicy { Order = TagPolicyOrder.Created }.Choose(tags, null, Now);

        Assert.Equal("b", Assert.IsType<TagChoice.Moved>(choice).Tag.Name);
        Assert.Contains(new TagVerdict("c", TagRejection.NoCreationTime), choice.Others);
    }

    [Fact]
    public void Choose_WithAMinimumAge_LeavesYoungImagesOut()
    {
        CandidateTag[] tags =
        [
            new() { Name = "1.0", Created = ImageCreationTime.FromDateTimeOffset(Now.AddHours(-2)) },
            new() { Name = "1.1", Created = ImageCreationTime.FromDateTimeOffset(Now.AddMinutes(-59)) },
        ];
        var policy = new TagPolicy { MinimumAge = TimeSpan.FromHours(1) };

        Assert.Equal("1.0", ((TagChoice.Moved)policy.Choose(tags, null, Now)).Tag.Name);
        Assert.Equal("1.1", ((TagChoice.Moved)policy.Choose(tags, null, Now.AddMinutes(1))).Tag.Name);
    }

    [Fact]
    public void Choose_ByDigest_MovesWhenTheDigestOfTheTagDiffers()
    {
        var policy = new TagPolicy { Order = TagPolicyOrder.Digest };
        var old = new CandidateTag { Name = "latest", Digest = Digest.Parse($"sha256:{new string('1', 64)}") };
        var renewed = old with { Digest = Digest.Parse($"sha256:{new string('2', 64)}") };

        Assert.IsType<TagChoice.Unchanged>(policy.Choose([old], old, Now));
        Assert.Equal(renewed, Assert.IsType<TagChoice.Moved>(policy.Choose([renewed], old, Now)).Tag);
        Assert.Equal(TagPolicyFailure.TagRequired, Assert.IsType<TagChoice.Invalid>(policy.Choose([old], null, Now)).Error.Failure);
    }

    [Fact]
    public void Choose_WithGlobs_MatchesWholeTags()
    {
        var policy = new TagPolicy { Order = TagPolicyOrder.Alphabetical, Include = ["glob:release-?.*"], Exclude = ["rc"] };

        Assert.Equal("release-2.1", Chosen(policy, "release-1.9,release-2.1,release-2.2-rc,release-10.1,my-release-3.0"));
    }

    [Fact]
    public void Rank_TheAllowed_GivesTheBestFirst()
    {
        var ranked = new TagPolicy().Rank([.. Tags("1.0,2.0,1.5,main,0.9")], CandidateTag.Create("1.0"), Now);

        Assert.Equal(["2.0", "1.5", "1.0"], ranked.Select(tag => tag.Name));
    }

    private static IEnumerable<CandidateTag> Tags(string tags) => tags.Split(',').Select(CandidateTag.Create);

    private static TagChoice Choose(TagPolicy policy, string tags, string? followed = null) =>
        policy.Choose([.. Tags(tags)], followed is null ? null : CandidateTag.Create(followed), Now);

    private static string? Chosen(TagPolicy policy, string tags, string? followed = null) =>
        (Choose(policy, tags, followed) as TagChoice.Moved)?.Tag.Name;
}
