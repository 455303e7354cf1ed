using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ImageStreams.Validation;

namespace ImageStreams.Tests.Validation;

[Properties(MaxTest = 2000)]
public class WildcardTests
{
    [Theory]
    [InlineData("docker.io", "*", true)]
    [InlineData("", "*", true)]
    [InlineData("", "", true)]
    [InlineData("", "?", false)]
    [InlineData("a.b.example.com", "*.example.com", true)]
    [InlineData("example.com", "*.example.com", false)]
    [InlineData("abcbc", "a*bc", true)]
    [InlineData("A", "a", false)]
    [InlineData("é", "?", false)]
    [InlineData("é", "??", true)] // bytes of UTF-8
    [InlineData("a*b", "a*b", true)]
    public void IsMatch_KnownTexts_AgreesWithOpenShift(string text, string pattern, bool matches) =>
        Assert.Equal(matches, Wildcard.IsMatch(text, pattern));

    [Property(Replay = "2026,11")]
    public Property IsMatch_AnyPattern_AgreesWithTryingAllPossibilities() => Prop.ForAll(
        Texts("ab").ToArbitrary(), Texts("ab*?").ToArbitrary(),
        (text, pattern) => Wildcard.IsMatch(text, pattern) == TryAllWays(text, pattern));

    [Fact]
    public void IsMatch_ManyStars_IsNotExponential() =>
        Assert.False(Wildcard.IsMatch(new string('a', 2000), string.Concat(Enumerable.Repeat("*a", 500)) + "*b"));

    private static Gen<string> Texts(string alphabet) =>
        Gen.Elements(alphabet.ToCharArray()).ListOf().Select(characters => string.Concat(characters.Take(10)));

    private static bool TryAllWays(string text, string pattern) => pattern switch
    {
        "" => text.Length == 0,
        ['*', .. var rest] => TryAllWays(text, rest) || (text.Length > 0 && TryAllWays(text[1..], pattern)),
        _ => text.Length > 0 && (pattern[0] == '?' || pattern[0] == text[0]) && TryAllWays(text[1..], pattern[1..]),
    };
}
