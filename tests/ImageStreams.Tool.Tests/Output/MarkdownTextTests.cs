using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("tag shop/web:latest", "tag shop/web:latest")]
    [InlineData("a|b", "a\\|b")]
    [InlineData("<img src=x>", "&lt;img src=x\\>")]
    [InlineData("@everyone", "&#64;everyone")]
    [InlineData("[x](javascript:1)", "\\[x\\](javascript:1)")]
    [InlineData("`code`", "\\`code\\`")]
    [InlineData("a\nb", "a\\\\u000Ab")]
    public void Escape_Text_IsInert(string text, string escaped) => Assert.Equal(escaped, MarkdownText.Escape(text));

    [Theory]
    [InlineData("a.yaml:1:2", "`a.yaml:1:2`")]
    [InlineData("a`b|c", "`a'b\\|c`")]
    public void Code_Text_StaysInItsCell(string text, string code) => Assert.Equal(code, MarkdownText.Code(text));
}
