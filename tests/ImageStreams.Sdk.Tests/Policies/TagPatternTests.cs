using System.Text.RegularExpressions;
using ImageStreams.Policies;

namespace ImageStreams.Tests.Policies;

public class TagPatternTests
{
    private static readonly string[] Atoms =
        ["a", "b", "[ab]", "[^a]", ".", "\\d", "\\w", "(a)", "(?:b)", "(a|ab)", "(c|bcd)", "^", "$", "\\b", "x", "-", "1"];

    private static readonly string[] Operators = ["", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?"];

    [Theory]
    [InlineData("(?P<n>\\d)(?P<n>\\d)", "12", "$n", "1")]
    [InlineData("(?P<1st>\\d+)", "v12", "$1st", "12")]
    [InlineData("(?U)\\d+", "123", "$0", "1")]
    [InlineData("(?U)\\d+?", "123", "$0", "123")]
    [InlineData("(?i)K", "\u212A", "$0", "\u212A")]
    [InlineData("(?i)[^k]", "kKx", "$0", "x")]
    [InlineData("(?s)^.$", "😀", "$0", "😀")]
    [InlineData("\\p{Greek}+", "aαβγ", "$0", "αβγ")]
    [InlineData("\\P{^Lu}", "aB", "$0", "B")]
    [InlineData("\\Qa.b\\E+", "a.bb", "$0", "a.bb")]
    [InlineData("[[:^digit:][:upper:]]+", "1aB2", "$0", "aB")]
    [InlineData("\\x{1F600}|\\x41|\\101", "A", "$0", "A")]
    [InlineData("a{,3}", "a{,3}", "$0", "a{,3}")]
    [InlineData("(a|ab)(c|bcd)(d*)", "abcd", "$1-$2-$3", "a-bcd-")]
    [InlineData("(\\d+)", "x7", "${1}y$1y$$$", "7y$$")]
    public void Match_WhatDotNetWouldReadInAnotherWay_FollowsRe2(string pattern, string text, string template, string expected) =>
        Assert.Equal(expected, Expand(pattern, text, template));

    [Theory]
    [InlineData("(?=a)")]
    [InlineData("(?<=a)")]
    [InlineData("(?!a)")]
    [InlineData("(?>a)")]
    [InlineData("(a)\\1")]
    [InlineData("a++")]
    [InlineData("a**")]
    [InlineData("*")]
    [InlineData("(*)")]
    [InlineData("a|*")]
    [InlineData("\\Z")]
    [InlineData("\\u0041")]
    [InlineData("\\C")]
    [InlineData("(?#c)")]
    [InlineData("(?x)a")]
    [InlineData("(?P=n)")]
    [InlineData("(?P<>a)")]
    [InlineData("(?P<é>a)")]
    [InlineData("(?i-)a")]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("[a")]
    [InlineData("[]")]
    [InlineData("[z-a]")]
    [InlineData("[[:nope:]]")]
    [InlineData("\\p{Nope}")]
    [InlineData("a{1001}")]
    [InlineData("a{2,1}")]
    [InlineData("(a{500}){3}")]
    [InlineData("\\")]
    public void Read_WhatRe2Refuses_IsRefusedWithAReason(string pattern)
    {
        Assert.Null(PatternParser.Parse(pattern, out var error));
        Assert.False(string.IsNullOrWhiteSpace(error));
    }

    /// <summary>Where both read a pattern in the same way, another engine finds the same match and the same groups.</summary>
    [Fact]
    public void Match_ThousandsOfPatterns_AgreesWithTheEngineOfThePlatform()
    {
        var random = new Random(2026);
        for (var i = 0; i < 20_000; i++)
        {
            var pattern = string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Atoms[random.Next(Atoms.Length)] + Operators[random.Next(Operators.Length)]));
            if (HasRepeatedAssertion(pattern))
            {
                continue;
            }

            var text = string.Concat(Enumerable.Range(0, random.Next(0, 9)).Select(_ => "ab1cdx-"[random.Next(7)]));
            var expected = Regex.Match(text, pattern.Replace("$", "\\z", StringComparison.Ordinal), RegexOptions.CultureInvariant);
            var got = Slots(pattern, text);
            Assert.Equal(expected.Success, got is not null);
            Assert.True(got is null || Slots(expected).SequenceEqual(got), $"{pattern} on '{text}'");
        }
    }

    private static bool HasRepeatedAssertion(string pattern) =>
        Regex.IsMatch(pattern, @"(\^|\$|\\b)[*+?{]");

    private static int[]? Slots(string pattern, string text)
    {
        var matcher = new PatternMatcher(PatternParser.Parse(pattern, out _)!, new PatternBudget(PatternBudget.Default));
        return matcher.Matches(text) ? matcher.Slots.ToArray() : null;
    }

    private static IEnumerable<int> Slots(Match match) => match.Groups.Cast<Group>()
        .SelectMany(group => group.Success ? new[] { group.Index, group.Index + group.Length } : [-1, -1]);

    private static string Expand(string pattern, string text, string template)
    {
        var program = PatternParser.Parse(pattern, out _)!;
        var matcher = new PatternMatcher(program, new PatternBudget(PatternBudget.Default));
        Assert.True(matcher.Matches(text));
        return ExtractTemplate.Read(template).Expand(text, program, matcher.Slots);
    }
}
