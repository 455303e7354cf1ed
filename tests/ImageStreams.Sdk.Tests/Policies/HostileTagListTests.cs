using System.Globalization;
using ImageStreams.Policies;

namespace ImageStreams.Tests.Policies;

/// <summary>Lists and patterns that would cost a naive rule minutes.</summary>
public class HostileTagListTests
{
    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("^(a|aa)+$")]
    [InlineData("(a*)*b")]
    [InlineData("(?:a?){64}a{64}$")]
    public void Choose_PatternsThatWouldBacktrack_AreAnswered(string pattern)
    {
        var policy = new TagPolicy { Order = TagPolicyOrder.Alphabetical, Include = [pattern] };
        CandidateTag[] tags = [CandidateTag.Create(new string('a', 127) + "!"), CandidateTag.Create("b" + new string('a', 127))];

        Assert.IsNotType<TagChoice.Invalid>(policy.Choose(tags, null, default));
    }

    [Fact]
    public void Choose_AHundredThousandLongNames_IsAnswered()
    {
        var policy = new TagPolicy { Include = ["^1\\.(\\d+)\\.0-x+$"], Extract = "1.$1.0" };
        CandidateTag[] tags =
        [
            .. Enumerable.Range(0, 100_000).Select(i => CandidateTag.Create(
                string.Create(CultureInfo.InvariantCulture, $"1.{i}.0-").PadRight(128, 'x'))),
        ];

        var choice = policy.Choose(tags, null, default);

        Assert.StartsWith("1.99999.0-x", Assert.IsType<TagChoice.Moved>(choice).Tag.Name, StringComparison.Ordinal);
        Assert.Equal(99_999, choice.Others.Count);
    }

    [Fact]
    public void Choose_MoreWorkThanThereIsBudget_IsRefusedTheSameWayEachTime()
    {
        var policy = new TagPolicy { Order = TagPolicyOrder.Alphabetical, Include = ["(?:a?){64}(?:a?){64}(?:a?){64}b"] };
        CandidateTag[] tags = [.. Enumerable.Range(0, 20_000).Select(i => CandidateTag.Create(new string('a', 120) + i))];

        var error = Assert.IsType<TagChoice.Invalid>(policy.Choose(tags, null, default)).Error;

        Assert.Equal((TagPolicyFailure.TooMuchWork, "include"), (error.Failure, error.Field));
    }

    [Fact]
    public void Choose_VersionsOfTenThousandDigits_AreComparedExactly()
    {
        var digits = new string('9', 10_000);
        var tags = new[] { $"1.{digits}8.0", $"1.{digits}9.0", $"1.{digits}.0", $"1.0.0-{digits}", new string('1', 10_000) };
        CandidateTag[] candidates = [.. tags.Select(CandidateTag.Create)];

        Assert.Equal(tags[1], ((TagChoice.Moved)new TagPolicy { Range = "^1" }.Choose(candidates, null, default)).Tag.Name);
        var numeric = new TagPolicy { Order = TagPolicyOrder.Numeric };
        Assert.Equal(tags[4], ((TagChoice.Moved)numeric.Choose(candidates, null, default)).Tag.Name);
    }

    [Theory]
    [InlineData(TagPolicyDialect.Flux)]
    [InlineData(TagPolicyDialect.Keel)]
    [InlineData(TagPolicyDialect.ArgoCd)]
    public void Choose_NumbersAboveTheLimitOfADialect_ArePassedOver(TagPolicyDialect dialect)
    {
        var policy = new TagPolicy { Dialect = dialect, Range = "*" };
        var choice = policy.Choose([CandidateTag.Create("18446744073709551616.0.0"), CandidateTag.Create("1.0.0")], null, default);

        Assert.Equal("1.0.0", Assert.IsType<TagChoice.Moved>(choice).Tag.Name);
        Assert.Equal([new("18446744073709551616.0.0", TagRejection.TooBig)], choice.Others);
    }

    [Fact]
    public void Check_PatternsAndRangesOfAnySize_AreRefusedOrRead()
    {
        Assert.Equal(TagPolicyFailure.InvalidPattern, Check(new() { Include = [new string('(', 2000)] }));
        Assert.Equal(TagPolicyFailure.InvalidPattern, Check(new() { Include = [new string('a', 2049)] }));
        Assert.Equal(TagPolicyFailure.InvalidPattern, Check(new() { Include = ["((a{100}){10}){2}"] }));
        Assert.Equal(TagPolicyFailure.InvalidPattern, Check(new() { Include = ["(?:abcdefghijklm){1000}"] }));
        Assert.Equal(TagPolicyFailure.TooManyPatterns, Check(new() { Include = [.. Enumerable.Repeat("a", 33)] }));
        Assert.Equal(TagPolicyFailure.InvalidRange, Check(new() { Range = new string('1', 2049) }));
        Assert.Equal(TagPolicyFailure.InvalidRange, Check(new() { Range = string.Concat(Enumerable.Repeat("1 - ", 512)) }));
        Assert.Null(Check(new() { Include = [string.Concat(Enumerable.Repeat("(", 900)) + new string(')', 900)] }));
    }

    [Fact]
    public void Check_TheDialectOfArgoCd_FindsABadRangeWithoutTags()
    {
        var policy = new TagPolicy { Dialect = TagPolicyDialect.ArgoCd, Range = "&&", Parts = 1 };

        Assert.Equal(TagPolicyFailure.InvalidRange, Check(policy));
        Assert.IsType<TagChoice.Nothing>(policy.Choose([CandidateTag.Create("main")], null, default));
        Assert.IsType<TagChoice.Invalid>(policy.Choose([CandidateTag.Create("1.0")], null, default));
        Assert.Empty(policy.Rank([CandidateTag.Create("1.0")], null, default));
        Assert.Equal(TagPolicyFailure.InvalidValue, Check(policy with { Parts = 4 }));
    }

    private static TagPolicyFailure? Check(TagPolicy policy) => policy.Check()?.Failure;
}
