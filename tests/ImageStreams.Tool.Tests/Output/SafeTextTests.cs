using FsCheck.Xunit;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u001b]0;title\u0007", "\\u001B]0;title\\u0007")]
    [InlineData("line\nline", "line\\u000Aline")]
    [InlineData("\u009b31m", "\\u009B31m")]
    [InlineData("\u202egnp.exe", "\\u202Egnp.exe")]
    [InlineData("\u2028", "\\u2028")]
    [InlineData("grün 漢字 😀", "grün 漢字 😀")]
    public void Escape_Text_ShowsControlsAndKeepsTheRest(string text, string escaped) => Assert.Equal(escaped, SafeText.Escape(text));

    [Property(Replay = "(8127361,17)")]
    public bool Escape_AnyText_HasNoControlCharacter(string? text) => !SafeText.Escape(text ?? "").Any(char.IsControl);

    [Fact]
    public void EscapeLine_Tabs_Stay() => Assert.Equal("\ta\\u001B", SafeText.EscapeLine("\ta\u001b"));
}
