using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ImageStreams.Graphs;
using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Validation;

namespace ImageStreams.Tests.Messages;

/// <summary>Texts in messages are cut between characters, and after secrets were blanked out.</summary>
public class CutTextTests
{
    private const string Emoji = "\U0001F600";
    private const string Secret = "s3cr3t-of-the-robot";

    /// <summary>The texts that messages have of a text, one for each way to cut it.</summary>
    public static TheoryData<string, Func<string, string>> Cuts => new()
    {
        { "names", text => PrintableText.ShowName(text) },
        { "excerpts", text => PrintableText.Escape(text, 64) },
        { "registries", text => UntrustedText.Clean(text) },
        { "references", text => Assert.Throws<ImageReferenceFormatException>(() => ImageReference.Parse(text)).Message },
        { "fields", text => $"{FieldPath.Root.Child("metadata", "annotations").Key(text)}" },
        { "times", text => Assert.Throws<FormatException>(() => Timestamp.Parse(text)).Message },
        { "lists", text => ListText.Format([text], "and") },
        { "pictures", PictureText.MakeVisible },
        { "objects", text => $"{new ObjectMeta { Name = text, Namespace = "a" }}" },
    };

    [Theory]
    [MemberData(nameof(Cuts))]
    public void TextsOfPairs_AreCutBetweenThem(string what, Func<string, string> show)
    {
        for (var offset = 0; offset < 2; offset++)
        {
            var shown = show(new string('a', offset) + string.Concat(Enumerable.Repeat(Emoji, 2_000)));
            Assert.True(shown.Length < 2_000, $"{what} is not cut");
            Assert.True(HasWholeCharacters(shown), $"{what} is cut within a character");
            Assert.DoesNotContain("\\ud", shown, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("", 0, "")]
    [InlineData("ab", 0, "")]
    [InlineData("ab", 1, "a")]
    [InlineData("ab", 2, "ab")]
    [InlineData("ab", 3, "ab")]
    [InlineData(Emoji, 0, "")]
    [InlineData(Emoji, 1, "")]
    [InlineData(Emoji, 2, Emoji)]
    [InlineData("a" + Emoji, 2, "a")]
    public void Cut_Length_IsTheLongestBeginningOfWholeCharacters(string text, int length, string expected) =>
        Assert.Equal(expected, PrintableText.Cut(text, length).ToString());

    [Theory]
    [InlineData(230)]
    [InlineData(245)]
    [InlineData(255)]
    [InlineData(400)]
    public void RootCause_SecretWhereTheTextIsCut_IsBlankedOutFirst(int at)
    {
        var message = new string('x', at) + Secret + " and more";
        string[] texts =
        [
            RootCause.Describe(new AuthenticationException("failed", new IOException(message)), Scrub),
            RootCause.Describe(new HttpRequestException("failed", new SocketException((int)SocketError.AccessDenied, message)), Scrub),
        ];

        Assert.All(texts, text => Assert.False(HasPartOf(text, Secret), text));
        Assert.All(texts, text => Assert.Contains("xxx", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(85)]
    [InlineData(96)]
    public void Certificate_SecretWhereTheNameIsCut_IsBlankedOutFirst(int at)
    {
        using var certificate = CreateCertificate($"CN={new string('x', at - 3)}{Secret}");
        using var chain = new X509Chain();
        UntrustedCertificateException[] errors =
            [CertificateErrors.NameMismatch(certificate, "registry.example"), CertificateErrors.Untrusted(certificate, chain)];

        Assert.All(errors, error =>
        {
            var inner = new HttpRequestException("failed", error);
            Assert.False(HasPartOf(RootCause.Describe(inner, Scrub), Secret), RootCause.Describe(inner, Scrub));
            Assert.Contains("the certificate is", RootCause.Describe(inner, Scrub), StringComparison.Ordinal);
            Assert.Null(RootCause.WithoutSecrets(inner, Scrub));   // its own message has a part of the secret
            Assert.Same(inner, RootCause.WithoutSecrets(inner, text => text));
        });
    }

    [Fact]
    public void Cut_HalfOfAPair_IsACharacterOfItsOwn() => Assert.Equal("a\ud800", PrintableText.Cut("a\ud800b", 2).ToString());

    private static string Scrub(string text) => new SecretScrubber([Secret]).Scrub(text);

    /// <summary>Determines whether a text has the first characters of another one.</summary>
    private static bool HasPartOf(string text, string secret) => text.Contains(secret[..1] + secret[1], StringComparison.Ordinal);

    private static bool HasWholeCharacters(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
            {
                continue;
            }

            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return false;
            }

            at++;
        }

        return true;
    }

    private static X509Certificate2 CreateCertificate(string subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(150));
    }
}
