using ImageStreams.References;

namespace ImageStreams.Tests.References;

public class ImageReferenceParsingTests
{
    public static TheoryData<string, string, string, string, string, string> References => new()
    {
        // text, registry, namespace, name, tag, id
        { "foo", "", "", "foo", "", "" },
        { "foo:tag", "", "", "foo", "tag", "" },
        { "bar:5000", "", "", "bar", "5000", "" },
        { "library/foo", "", "library", "foo", "", "" },
        { "a/b/c", "", "a", "b/c", "", "" },
        { "HOST/foo", "", "HOST", "foo", "", "" },
        { "a.b/c", "a.b", "", "c", "", "" },
        { "bar:5000/foo", "bar:5000", "", "foo", "", "" },
        { "bar:5000/foo/baz:v1", "bar:5000", "foo", "baz", "v1", "" },
        { "localhost/foo", "localhost", "", "foo", "", "" },
        { "localhostx/foo", "", "localhostx", "foo", "", "" },
        { "a--b/c_d/e__f", "", "a--b", "c_d/e__f", "", "" },
        { "localhost", "localhost", "", "", "", "" },
        { "localhostx", "localhostx", "", "", "", "" },
        { "localhost:v1", "localhost:v1", "", "", "", "" },
        { "my.io:tag", "my.io:tag", "", "", "", "" },
        { $"my.io:t@{TestDigests.Sha256}", $"my.io:t@{TestDigests.Sha256}", "", "", "", TestDigests.Sha256 },
        { $"foo@{TestDigests.Sha256}", "", "", "foo", "", TestDigests.Sha256 },
        { $"r.io/a/b:t@{TestDigests.Sha512}", "r.io", "a", "b", "t", TestDigests.Sha512 },
    };

    [Theory]
    [MemberData(nameof(References))]
    public void Parse_ValidText_SplitsAsOpenShiftDoes(
        string text, string registry, string ns, string name, string tag, string id)
    {
        var reference = ImageReference.Parse(text);

        Assert.Equal(
            (registry, ns, name, tag, id),
            (reference.Registry, reference.Namespace, reference.Name, reference.Tag, reference.Id));
    }

    [Fact]
    public void Parse_LongestReference_IsValid()
    {
        var text = $"{new string('a', 255)}:{new string('t', 128)}@{TestDigests.Sha512}";

        Assert.Equal(520, text.Length);
        Assert.Equal(TestDigests.Sha512, ImageReference.Parse(text).Id);
    }

    [Fact]
    public void Parse_Null_Throws() => Assert.Throws<ArgumentNullException>(() => ImageReference.Parse((string)null!));

    [Fact]
    public void TryParse_Null_IsFalse() => Assert.False(ImageReference.TryParse((string?)null, out _));

    [Fact]
    public void Digest_ParsedId_IsThatDigest() =>
        Assert.Equal(Digest.Parse(TestDigests.Sha256), ImageReference.Parse($"foo@{TestDigests.Sha256}").Digest);

    [Theory]
    [InlineData("")]
    [InlineData("abcdef")]
    public void Digest_AnotherId_IsNull(string id) =>
        Assert.Null(ImageReference.FromParts("", "", "foo", id: id).Digest);

    [Fact]
    public void Parse_InvalidUtf8_IsInvalidFormat()
    {
        byte[] text = [(byte)'a', 0xFF];

        var e = Assert.Throws<ImageReferenceFormatException>(() => ImageReference.Parse(text));

        Assert.Equal((ReferenceFailure.InvalidFormat, 1, "a\uFFFD"), (e.Reason, e.Index, e.Value));
    }
}
