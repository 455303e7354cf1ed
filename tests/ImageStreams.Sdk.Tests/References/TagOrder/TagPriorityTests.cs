using FsCheck.Xunit;
using ImageStreams.References;

namespace ImageStreams.Tests.References;

public class TagPriorityTests
{
    public static TheoryData<string, TagPriorityClass, string, string?> Tags => new()
    {
        { "latest", TagPriorityClass.Latest, "", null },
        { "LATEST", TagPriorityClass.Other, "", null },
        { "vlatest", TagPriorityClass.Other, "v", null },
        { "1.2", TagPriorityClass.Minor, "", "1.2.0" },
        { "v1.2-rc1", TagPriorityClass.Minor, "v", "1.2.0-rc1" },
        { "vv1.2", TagPriorityClass.Other, "v", null },
        { "1.2-a.b", TagPriorityClass.Other, "", null },
        { "1.2-a-b", TagPriorityClass.Other, "", null },
        { "1.2-a_b", TagPriorityClass.Other, "", null },
        { "1.2-01", TagPriorityClass.Other, "", null },
        { "1.2-", TagPriorityClass.Other, "", null },
        { "1.2+b", TagPriorityClass.Other, "", null },
        { "1.2-rc+b", TagPriorityClass.Other, "", null },
        { "1.2.", TagPriorityClass.Other, "", null },
        { "1.2.x", TagPriorityClass.Other, "", null },
        { "1.2.03", TagPriorityClass.Other, "", null },
        { "1.2.3", TagPriorityClass.Full, "", "1.2.3" },
        { "v1.2.3-rc.1+b.01", TagPriorityClass.Full, "v", "1.2.3-rc.1+b.01" },
        { "1.2.3+b-c", TagPriorityClass.Full, "", "1.2.3+b-c" },
        { "1.2.3--1", TagPriorityClass.Full, "", "1.2.3--1" },
        { "1.2.3-", TagPriorityClass.Other, "", null },
        { "1.2.3+", TagPriorityClass.Other, "", null },
        { "1.2.3-a..b", TagPriorityClass.Other, "", null },
        { "1.2.3-01", TagPriorityClass.Other, "", null },
        { "1.2.3-\u0661", TagPriorityClass.Other, "", null },
        { "1.2.3.4", TagPriorityClass.Other, "", null },
        { "01.2.3", TagPriorityClass.Other, "", null },
        { "1.2\n", TagPriorityClass.Other, "", null },
        { "18446744073709551615.0", TagPriorityClass.Minor, "", "18446744073709551615.0.0" },
        { "18446744073709551616.0", TagPriorityClass.Other, "", null },
        { "1.0.0-18446744073709551615", TagPriorityClass.Full, "", "1.0.0-18446744073709551615" },
        { "1.0.0-18446744073709551616", TagPriorityClass.Other, "", null },
        { "", TagPriorityClass.Other, "", null },
        { "v", TagPriorityClass.Other, "v", null },
    };

    [Theory]
    [MemberData(nameof(Tags))]
    public void Classify_AnyTag_MatchesItsForm(string tag, TagPriorityClass @class, string prefix, string? version)
    {
        var expected = new TagClassification { Class = @class, Prefix = prefix, Version = version };

        Assert.Equal(expected, TagPriority.Classify(tag));
    }

    [Theory]
    [InlineData("latest", "9.9", "v9.9", "9.9-rc1", "1.2", "10.0.0", "9.0.0", "v9.0.0", "Z", "a", "stable")]
    [InlineData("1.0.0", "1.0.0-rc.1", "1.0.0-beta.11", "1.0.0-beta.2", "1.0.0-beta")]
    [InlineData("1.0.0-alpha.beta", "1.0.0-alpha.1", "1.0.0-alpha")]
    [InlineData("1.0.0-a", "1.0.0-A", "1.0.0-10", "1.0.0-9")]
    [InlineData("\uFFEE", "\U0001F600")]
    [InlineData("a", "ab", "b")]
    public void Sort_ReverseOrder_SortsTheTags(params string[] expected)
    {
        var tags = expected.Reverse().ToArray();

        TagPriority.Sort(tags);

        Assert.Equal(expected, tags);
    }

    [Fact]
    public void Prioritize_EqualVersions_AreInTheOrderOfTheirText() =>
        Assert.Equal(["1.0.0", "1.0.0+a", "1.0.0+b"], TagPriority.Prioritize(["1.0.0+b", "1.0.0+a", "1.0.0"]));

    [Fact]
    public void Compare_Null_ComesFirst()
    {
        Assert.True(TagPriority.Instance.Compare(null, "latest") < 0);
        Assert.True(TagPriority.Instance.Compare("latest", null) > 0);
        Assert.Equal(0, TagPriority.Instance.Compare(null, null));
    }

    [Theory]
    [InlineData("10.0.0", "9.1.0")]
    [InlineData("1.10.0", "1.9.1")]
    [InlineData("1.0.10", "1.0.9")]
    [InlineData("1.0.0", "v1.0.0")]
    [InlineData("a", "b")]
    [InlineData("va", "w")]
    public void Compare_TwoTagsOfOneClass_IsDecidedByTheirParts(string first, string second)
    {
        Assert.True(TagPriority.Instance.Compare(first, second) < 0);
        Assert.True(TagPriority.Instance.Compare(second, first) > 0);
    }

    [Theory]
    [InlineData("latest", "Latest")]
    [InlineData("v1.2", "Minor v1.2.0")]
    [InlineData("1.2.3", "Full 1.2.3")]
    [InlineData("stable", "Other")]
    public void ToString_Classification_NamesClassAndVersion(string tag, string expected) =>
        Assert.Equal(expected, TagPriority.Classify(tag).ToString());

    [Property(Replay = "2026,31", Arbitrary = [typeof(TagTexts)], MaxTest = 2000)]
    public void Compare_AnyThreeTags_IsTransitive(string[] tags)
    {
        var order = TagPriority.Instance;
        foreach (var (a, b, c) in from a in tags from b in tags from c in tags select (a, b, c))
        {
            Assert.Equal(Math.Sign(order.Compare(a, b)), -Math.Sign(order.Compare(b, a)));
            Assert.False(order.Compare(a, b) <= 0 && order.Compare(b, c) <= 0 && order.Compare(a, c) > 0);
        }
    }

    [Property(Replay = "2026,33", Arbitrary = [typeof(TagTexts)], MaxTest = 500)]
    public void Prioritize_AnyTags_IsTheOrderOfTheComparerAndThenOfTheText(string[] tags) =>
        Assert.Equal(
            tags.OrderBy(tag => tag, TagPriority.Instance).ThenBy(tag => tag, StringComparer.Ordinal),
            TagPriority.Prioritize(tags));
}
