using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

public sealed class JsonUnescaperTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("\\u0041", "A")]
    [InlineData("x\\u0041\\u0042y", "xABy")]
    [InlineData("\\u00e9\\u00E9", "éé")]
    [InlineData("a\\/b\\\"c", "a/b\"c")]
    [InlineData("\\\\u0041", "\\u0041")]
    [InlineData("end\\", "end\\")]
    [InlineData("\\", "\\")]
    [InlineData("\\u004", "u004")]          // too short
    [InlineData("\\u004g", "u004g")]
    [InlineData("\\u 041", "u 041")]
    [InlineData("\\x0041", "x0041")]
    [InlineData("\\ud83d\\ude00", "😀")]
    public void Unescape_Text_HasNoEscapes(string text, string expected) => Assert.Equal(expected, JsonUnescaper.Unescape(text));
}
