using System.Security.Cryptography;
using System.Text;
using ImageStreams.References;

namespace ImageStreams.Tests.References;

public class DigestTests
{
    private static readonly byte[] Content = "hello"u8.ToArray();

    [Fact]
    public void Parse_ValidText_HasAlgorithmAndHex()
    {
        var digest = Digest.Parse(TestDigests.Sha256);

        Assert.Equal(("sha256", TestDigests.Hex64), (digest.Algorithm, digest.Hex));
        Assert.Equal(TestDigests.Sha256, digest.ToString());
    }

    [Fact]
    public void Parse_StringSpanAndUtf8_AreEqual()
    {
        var digest = Digest.Parse(TestDigests.Sha512);

        Assert.Equal(digest, Digest.Parse(TestDigests.Sha512.AsSpan()));
        Assert.Equal(digest, Digest.Parse(Encoding.UTF8.GetBytes(TestDigests.Sha512)));
    }

    [Fact]
    public void Equals_OtherCase_IsNotEqual()
    {
        var digest = Digest.Parse(TestDigests.Sha256);

        Assert.True(digest != Digest.Parse(TestDigests.Sha256.ToLowerInvariant()));
        Assert.True(digest == Digest.Parse(TestDigests.Sha256));
    }

    [Fact]
    public void Sha256_Content_IsItsDigest()
    {
        var digest = Digest.Sha256(Content);

        Assert.Equal("sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", digest.ToString());
        Assert.Equal(digest, Digest.Parse(digest.ToString()));
    }

    [Fact]
    public void Matches_ContentOfEachAlgorithm_IsTrue()
    {
        Assert.True(Digest.Sha256(Content).Matches(Content));
        Assert.True(Digest.Parse("sha384:" + Convert.ToHexString(SHA384.HashData(Content))).Matches(Content));
        Assert.True(Digest.Parse("sha512:" + Convert.ToHexString(SHA512.HashData(Content))).Matches(Content));
    }

    [Fact]
    public void Matches_OtherContent_IsFalse()
    {
        Assert.False(Digest.Sha256(Content).Matches("hellp"u8));
        Assert.False(Digest.Parse(TestDigests.Sha512).Matches(Content));
    }
}
