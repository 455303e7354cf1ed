using System.Net;
using System.Text.Encodings.Web;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

public sealed class SecretScrubberTests
{
    private const string Secret = "p <w>&\"'é/+ü";

    public static TheoryData<string> EscapedForms =>
    [
        Secret,
        Secret.ToUpperInvariant(),
        JavaScriptEncoder.Default.Encode(Secret),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(Secret),
        WebUtility.HtmlEncode(Secret),
        HtmlEncoder.Default.Encode(Secret),
        Uri.EscapeDataString(Secret),
        WebUtility.UrlEncode(Secret),
        WebUtility.UrlEncode(Secret).ToLowerInvariant(),
    ];

    /// <summary>The usual spellings of a secret are replaced, and the text around them stays.</summary>
    [Theory]
    [MemberData(nameof(EscapedForms))]
    public void Scrub_UsualSpelling_IsReplaced(string form) => Assert.Equal("x *** y", Scrub($"x {form} y", Secret));

    /// <summary>A secret that is spelled otherwise blanks out the whole text.</summary>
    [Theory]
    [InlineData("a+b", "x &#97;+b")]
    [InlineData("a b", "x %61+b")]
    [InlineData("a+b", "x %61+b")]
    [InlineData("a+b", "x \\u0061+b")]
    [InlineData("a+b", "x &#92;u0061+b")]
    [InlineData("a+b", "x &amp;#97;+b")]
    [InlineData("a+b", "x &#65;+B")]
    [InlineData("a&lt;b", "x &#97;&amp;lt;b")]
    [InlineData("a&lt;b", "x \\u0061&lt;b")]
    public void Scrub_OtherSpelling_IsHiddenAsAWhole(string secret, string text) => Assert.Equal("***", Scrub(text, secret));

    [Theory]
    [InlineData("5 &lt; 6 and 100%25")]
    [InlineData("C:\\temp\\u0041")]
    [InlineData("a+c")]
    [InlineData("")]
    public void Scrub_TextWithoutSecret_StaysAsItIs(string text) => Assert.Equal(text, Scrub(text, "a+b"));

    [Fact]
    public void Scrub_PaddingOfBase64_IsPartOfTheSecretOrNot()
    {
        Assert.Equal("<***>", Scrub("<YWI6Y2Q==>", "YWI6Y2Q=="));
        Assert.Equal("<***>", Scrub("<YWI6Y2Q>", "YWI6Y2Q=="));
        Assert.Equal("<***=>", Scrub("<YWI6Y2Q=>", "YWI6Y2Q=="));
    }

    [Fact]
    public void Scrub_SecretWithinASecret_LongerOneIsReplaced() => Assert.Equal("*** ***", Scrub("abcdef cd", "cd", "abcdef"));

    [Fact]
    public void Scrub_EmptySecret_IsNone() => Assert.Equal("text", Scrub("text", "", "=="));

    private static string Scrub(string text, params string[] secrets) => new SecretScrubber(secrets).Scrub(text);
}
