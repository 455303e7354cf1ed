using System.Text;
using ImageStreams.References;

namespace ImageStreams.Tests.References;

public class ImageReferenceFormattingTests
{
    public static TheoryData<ImageReference, string, string> Printed => new()
    {
        // reference, as ToString prints it, as ToExactString does
        { ImageReference.Parse("foo"), "foo", "foo" },
        { ImageReference.Parse("docker.io/foo:v1"), "docker.io/library/foo:v1", "docker.io/foo:v1" },
        { ImageReference.Parse("docker.io:443/foo"), "docker.io:443/foo", "docker.io:443/foo" },
        { ImageReference.Parse("a/b:t@" + TestDigests.Sha256), "a/b@" + TestDigests.Sha256, "a/b@" + TestDigests.Sha256 },
        { ImageReference.Parse("quay.io"), "", "" },
        { ImageReference.FromParts("r.io", "ns", "foo", "t", "abc"), "r.io/ns/foo:abc", "r.io/ns/foo:abc" },
        { ImageReference.FromParts("index.docker.io", "", "é"), "index.docker.io/library/é", "index.docker.io/é" },
        { ImageReference.FromParts("r.io", "ns", "", "t"), "", "" },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    public void ToString_AnyReference_PrintsAsOpenShiftDoes(ImageReference reference, string text, string exact)
    {
        Assert.Equal(text, reference.ToString());
        Assert.Equal(exact, reference.ToExactString());
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public void TryFormat_EnoughSpace_WritesTheResultOfToString(ImageReference reference, string text, string exact)
    {
        Span<char> chars = stackalloc char[200];
        Span<byte> utf8 = stackalloc byte[200];

        Assert.True(reference.TryFormat(chars, out var charsWritten));
        Assert.True(reference.TryFormat(utf8, out var bytesWritten));
        Assert.Equal(text, chars[..charsWritten].ToString());
        Assert.Equal(text, Encoding.UTF8.GetString(utf8[..bytesWritten]));
        Assert.True(exact.Length <= text.Length);
    }

    [Theory]
    [InlineData("ns", "foo", "t", "", "ns/foo", "foo:t")]
    [InlineData("", "foo", "", "", "foo", "foo")]
    [InlineData("ns", "foo", "t", "abc", "ns/foo", "foo:abc")]
    [InlineData("ns", "", "t", "", "", "")]
    public void NameString_AnyReference_IsItsNameAndSelector(
        string ns, string name, string tag, string id, string repository, string text)
    {
        var reference = ImageReference.FromParts("r.io", ns, name, tag, id);

        Assert.Equal((repository, text), (reference.RepositoryName, reference.NameString));
    }

    [Fact]
    public void NameString_Digest_FollowsAnAt() => Assert.Equal(
        $"foo@{TestDigests.Sha256}", ImageReference.Parse($"r.io/ns/foo:t@{TestDigests.Sha256}").NameString);

    [Fact]
    public void TryFormat_TooLittleSpace_WritesNothing()
    {
        var reference = ImageReference.Parse("quay.io/org/app:v1");
        var length = reference.ToString().Length;

        Assert.False(reference.TryFormat(new char[length - 1], out var charsWritten));
        Assert.False(reference.TryFormat(new byte[length - 1], out var bytesWritten));
        Assert.Equal((0, 0), (charsWritten, bytesWritten));
    }
}
