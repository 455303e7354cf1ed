using ImageStreams.Manifests;
using ImageStreams.Tool;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Tool;

public sealed class GitHubAnnotationsTests
{
    [Theory]
    [InlineData("100 %", "100 %25")]
    [InlineData("a\r\nb", "a%0D%0Ab")]
    [InlineData("a:b,c", "a:b,c")]
    [InlineData("%0A", "%250A")]
    [InlineData("\u001b[31m", "\\u001B[31m")]
    public void EscapeData_SpecialCharacters_AreEscapedAsGitHubReadsThem(string text, string escaped) =>
        Assert.Equal(escaped, GitHubAnnotations.EscapeData(text));

    [Theory]
    [InlineData("a:b,c", "a%3Ab%2Cc")]
    [InlineData("50%\n", "50%25%0A")]
    public void EscapeProperty_SpecialCharacters_AreEscapedAsGitHubReadsThem(string text, string escaped) =>
        Assert.Equal(escaped, GitHubAnnotations.EscapeProperty(text));

    [Theory]
    [InlineData(TriggerSeverity.Error, "error")]
    [InlineData(TriggerSeverity.Warning, "warning")]
    [InlineData(TriggerSeverity.Note, "notice")]
    public void Format_EachSeverity_IsACommandWithPlaceAndTitle(TriggerSeverity severity, string command)
    {
        var finding = new Finding
        {
            Code = "IST1002",
            Severity = severity,
            Message = "one\n::error::two",
            Place = new TextPlace { File = "a,b/c:d.yaml", Line = 3, Column = 7, Document = 1 },
        };

        Assert.Equal($"::{command} file=a%2Cb/c%3Ad.yaml,line=3,col=7,title=IST1002::one%0A::error::two", GitHubAnnotations.Format(finding));
    }
}
