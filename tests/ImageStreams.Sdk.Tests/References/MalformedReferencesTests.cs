using ImageStreams.References;

namespace ImageStreams.Tests.References;

/// <summary>What each malformed name is told: the kind, the index and the sentence.</summary>
public class MalformedReferencesTests
{
    private const string Component =
        "a path component is made of lower-case letters and digits, joined by '.', '_', '__' or dashes";
    private const string Host =
        "a host is made of letters and digits, with dashes inside and dots between";
    private const string Port = "the port of a host is made of digits";
    private const string Tag =
        "a tag is 1 to 128 letters, digits, '_', '.' or '-', and starts with neither '.' nor '-'";
    private const string Algorithm = "a digest starts with its algorithm, such as 'sha256:'";
    private const string Hexadecimal = "a digest ends in 32 hexadecimal digits or more";
    private const string DigestForm = "a digest is made of an algorithm, ':' and hexadecimal digits";
    private const string OneColon = "exactly one ':' parts a stream's name from the tag";
    private const string OneAt = "exactly one '@' parts a stream's name from the image's id";
    private const string StreamName = "a stream's name has no marks but one '/' behind its namespace";
    private const string Unsupported = "is none of sha256, sha384 and sha512";
    private const string Lengths = "sha256 yields 64, sha384 96 and sha512 128";
    private const string NameEnd = "a name and its host end there at the latest";

    public static TheoryData<string, ReferenceFailure, int, string> References => new()
    {
        { "", ReferenceFailure.Empty, 0, "it is empty" },
        { " ", ReferenceFailure.InvalidFormat, 0, $"' ' stands at index 0, but {Component}" },
        { "foo bar", ReferenceFailure.InvalidFormat, 3, $"' ' stands at index 3, but {Component}" },
        { "foo\n", ReferenceFailure.InvalidFormat, 3, $"'\\u000A' stands at index 3, but {Component}" },
        { "foo:", ReferenceFailure.InvalidFormat, 4, $"it ends at index 4, but {Tag}" },
        { ":tag", ReferenceFailure.InvalidFormat, 0, $"':' stands at index 0, but {Component}" },
        { "@", ReferenceFailure.InvalidFormat, 0, $"'@' stands at index 0, but {Component}" },
        { "foo@", ReferenceFailure.InvalidFormat, 4, $"it ends at index 4, but {Algorithm}" },
        { "foo:.x", ReferenceFailure.InvalidFormat, 4, $"'.' stands at index 4, but {Tag}" },
        { "foo:-x", ReferenceFailure.InvalidFormat, 4, $"'-' stands at index 4, but {Tag}" },
        { "foo:" + new string('x', 129), ReferenceFailure.InvalidFormat, 132, $"'x' stands at index 132, but {Tag}" },
        { "foo:a:b", ReferenceFailure.InvalidFormat, 5, $"':' stands at index 5, but {Tag}" },
        { "foo//bar", ReferenceFailure.InvalidFormat, 4, $"'/' stands at index 4, but {Component}" },
        { "/foo", ReferenceFailure.InvalidFormat, 0, $"'/' stands at index 0, but {Host}" },
        { "foo/", ReferenceFailure.InvalidFormat, 4, $"it ends at index 4, but {Component}" },
        { "a..b", ReferenceFailure.InvalidFormat, 2, $"'.' stands at index 2, but {Component}" },
        { "a.-b", ReferenceFailure.InvalidFormat, 2, $"'-' stands at index 2, but {Component}" },
        { "a___b", ReferenceFailure.InvalidFormat, 3, $"'_' stands at index 3, but {Component}" },
        { "foo-", ReferenceFailure.InvalidFormat, 4, $"it ends at index 4, but {Component}" },
        { "-foo", ReferenceFailure.InvalidFormat, 0, $"'-' stands at index 0, but {Component}" },
        { "-h.io/a", ReferenceFailure.InvalidFormat, 0, $"'-' stands at index 0, but {Host}" },
        { "h.io-/a", ReferenceFailure.InvalidFormat, 5, $"'/' stands at index 5, but {Host}" },
        { "h..io/a", ReferenceFailure.InvalidFormat, 2, $"'.' stands at index 2, but {Host}" },
        { "h.io:/a", ReferenceFailure.InvalidFormat, 5, $"'/' stands at index 5, but {Port}" },
        { "h.io:x/a", ReferenceFailure.InvalidFormat, 5, $"'x' stands at index 5, but {Port}" },
        { "http://h.io/a", ReferenceFailure.InvalidFormat, 5, $"'/' stands at index 5, but {Port}" },
        { "[::1]:5000/a", ReferenceFailure.InvalidFormat, 0, $"'[' stands at index 0, but {Host}" },
        { "日本", ReferenceFailure.InvalidFormat, 0, $"'日' stands at index 0, but {Component}" },
        { "\U0001F600/a", ReferenceFailure.InvalidFormat, 0, $"'😀' stands at index 0, but {Host}" },
        { "Foo", ReferenceFailure.Uppercase, 0, "'F' at index 0 must be lower-case" },
        { "foo/Bar:v1", ReferenceFailure.Uppercase, 4, "'B' at index 4 must be lower-case" },
        { "a_B/c", ReferenceFailure.Uppercase, 2, "'B' at index 2 must be lower-case" },
        { "foo:\u212A", ReferenceFailure.Uppercase, 4, "'K' at index 4 must be lower-case" },
        { "\u0130/a", ReferenceFailure.Uppercase, 0, "'İ' at index 0 must be lower-case" },
        { "foo@sha256:abc", ReferenceFailure.InvalidFormat, 14, $"it ends at index 14, but {Hexadecimal}" },
        { $"foo@{TestDigests.Sha256}g", ReferenceFailure.InvalidFormat, 75, $"'g' stands at index 75, but {Hexadecimal}" },
        { $"foo@256:{TestDigests.Hex64}", ReferenceFailure.InvalidFormat, 4, $"'2' stands at index 4, but {Algorithm}" },
        { "foo@sha256", ReferenceFailure.InvalidFormat, 10, $"it ends at index 10, but {Algorithm}" },
        { $"foo@a..b:{TestDigests.Hex64}", ReferenceFailure.InvalidFormat, 6, $"'.' stands at index 6, but {Algorithm}" },
        {
            $"foo@sha256:{TestDigests.Hex64[..40]}", ReferenceFailure.DigestLength, 11,
            $"40 hexadecimal digits stand at index 11, but {Lengths}"
        },
        {
            $"foo@sha512:{TestDigests.Hex64}", ReferenceFailure.DigestLength, 11,
            $"64 hexadecimal digits stand at index 11, but {Lengths}"
        },
        {
            $"foo@md5:{TestDigests.Hex64[..32]}", ReferenceFailure.DigestUnsupported, 4,
            $"the algorithm of the digest at index 4 {Unsupported}"
        },
        {
            $"foo@SHA256:{TestDigests.Hex64}", ReferenceFailure.DigestUnsupported, 4,
            $"the algorithm of the digest at index 4 {Unsupported}"
        },
        { new string('a', 256), ReferenceFailure.NameTooLong, 255, $"its name goes on at index 255, but {NameEnd}" },
        { $"h.io/{new string('a', 251)}:v1", ReferenceFailure.NameTooLong, 255, $"its name goes on at index 255, but {NameEnd}" },
    };

    public static TheoryData<string, ReferenceFailure, int, string> Digests => new()
    {
        { "", ReferenceFailure.DigestFormat, 0, $"it ends at index 0, but {DigestForm}" },
        { "sha256", ReferenceFailure.DigestFormat, 6, $"it ends at index 6, but {DigestForm}" },
        { "sha256:", ReferenceFailure.DigestFormat, 7, $"it ends at index 7, but {DigestForm}" },
        { ":aa", ReferenceFailure.DigestFormat, 0, $"':' stands at index 0, but {DigestForm}" },
        { "sha256:xyz", ReferenceFailure.DigestFormat, 7, $"'x' stands at index 7, but {DigestForm}" },
        { "sha 256:aa", ReferenceFailure.DigestFormat, 3, $"' ' stands at index 3, but {DigestForm}" },
        { "\u00E9:aa", ReferenceFailure.DigestFormat, 0, $"'é' stands at index 0, but {DigestForm}" },
        { TestDigests.Sha256 + "\n", ReferenceFailure.DigestFormat, 71, $"'\\u000A' stands at index 71, but {DigestForm}" },
        { "sha256:abc", ReferenceFailure.DigestLength, 7, $"3 hexadecimal digits stand at index 7, but {Lengths}" },
        {
            $"md5:{TestDigests.Hex64[..32]}", ReferenceFailure.DigestUnsupported, 0,
            $"the algorithm of the digest at index 0 {Unsupported}"
        },
        {
            $"SHA256:{TestDigests.Hex64}", ReferenceFailure.DigestUnsupported, 0,
            $"the algorithm of the digest at index 0 {Unsupported}"
        },
    };

    public static TheoryData<string, ReferenceFailure, int, string> TagNames => new()
    {
        { "", ReferenceFailure.Delimiter, 0, $"it ends at index 0, but {OneColon}" },
        { "ruby", ReferenceFailure.Delimiter, 4, $"it ends at index 4, but {OneColon}" },
        { "ruby@id", ReferenceFailure.IsImage, 4, "the '@' at index 4 stands in the names of images only" },
        { "ruby:3@id", ReferenceFailure.IsImage, 6, "the '@' at index 6 stands in the names of images only" },
        { "a:b:c", ReferenceFailure.Delimiter, 3, $"':' stands at index 3, but {OneColon}" },
        { ":b", ReferenceFailure.EmptyPart, 0, "the part at index 0 is empty" },
        { "a:", ReferenceFailure.EmptyPart, 2, "the part at index 2 is empty" },
        { ":", ReferenceFailure.EmptyPart, 0, "the part at index 0 is empty" },
    };

    public static TheoryData<string, ReferenceFailure, int, string> ImageNames => new()
    {
        { "", ReferenceFailure.Delimiter, 0, $"it ends at index 0, but {OneAt}" },
        { "ruby", ReferenceFailure.Delimiter, 4, $"it ends at index 4, but {OneAt}" },
        { "ruby:3", ReferenceFailure.Delimiter, 6, $"it ends at index 6, but {OneAt}" },
        { "a@b@c", ReferenceFailure.Delimiter, 3, $"'@' stands at index 3, but {OneAt}" },
        { "@b", ReferenceFailure.EmptyPart, 0, "the part at index 0 is empty" },
        { "a@", ReferenceFailure.EmptyPart, 2, "the part at index 2 is empty" },
    };

    public static TheoryData<string, ReferenceFailure, int, string> StreamNames => new()
    {
        { "", ReferenceFailure.Empty, 0, "it is empty" },
        { "a/b/c", ReferenceFailure.Delimiter, 3, $"'/' stands at index 3, but {StreamName}" },
        { "/a", ReferenceFailure.EmptyPart, 0, "the part at index 0 is empty" },
        { "a/", ReferenceFailure.EmptyPart, 2, "the part at index 2 is empty" },
        { "a:b", ReferenceFailure.Delimiter, 1, $"':' stands at index 1, but {StreamName}" },
        { "a@b", ReferenceFailure.Delimiter, 1, $"'@' stands at index 1, but {StreamName}" },
    };

    [Theory]
    [MemberData(nameof(References))]
    public void Parse_MalformedImageReference_ReportsErrorAndPosition(string text, ReferenceFailure kind, int index, string reason) =>
        AssertMalformed(text, kind, index, "an image reference", reason, ImageReference.Parse);

    [Theory]
    [MemberData(nameof(Digests))]
    public void Parse_MalformedDigest_ReportsErrorAndPosition(string text, ReferenceFailure kind, int index, string reason) =>
        AssertMalformed(text, kind, index, "a digest", reason, Digest.Parse);

    [Theory]
    [MemberData(nameof(TagNames))]
    public void Parse_MalformedTagName_ReportsErrorAndPosition(string text, ReferenceFailure kind, int index, string reason) =>
        AssertMalformed(text, kind, index, "the name of an image stream tag", reason, ImageStreamTagName.Parse);

    [Theory]
    [MemberData(nameof(ImageNames))]
    public void Parse_MalformedImageName_ReportsErrorAndPosition(string text, ReferenceFailure kind, int index, string reason) =>
        AssertMalformed(text, kind, index, "the name of an image stream image", reason, ImageStreamImageName.Parse);

    [Theory]
    [MemberData(nameof(StreamNames))]
    public void Parse_MalformedStreamName_ReportsErrorAndPosition(string text, ReferenceFailure kind, int index, string reason) =>
        AssertMalformed(text, kind, index, "the name of an image stream", reason, ImageStreamName.Parse);

    [Theory]
    [InlineData("a/b/c:d", ReferenceFailure.Delimiter, 3, $"'/' stands at index 3, but {StreamName}")]
    [InlineData("/a:b", ReferenceFailure.EmptyPart, 0, "the part at index 0 is empty")]
    [InlineData("a/:b", ReferenceFailure.EmptyPart, 2, "the part at index 2 is empty")]
    public void ParseQualified_MalformedTagName_ReportsErrorAndPosition(string text, ReferenceFailure kind, int index, string reason) =>
        AssertMalformed(
            text,
            kind,
            index,
            "the qualified name of an image stream tag",
            reason,
            ImageStreamTagName.ParseQualified);

    [Theory]
    [InlineData("a/b/c@d", ReferenceFailure.Delimiter, 3, $"'/' stands at index 3, but {StreamName}")]
    [InlineData("a:b@c", ReferenceFailure.Delimiter, 1, $"':' stands at index 1, but {StreamName}")]
    public void ParseQualified_MalformedImageName_ReportsErrorAndPosition(string text, ReferenceFailure kind, int index, string reason) =>
        AssertMalformed(
            text,
            kind,
            index,
            "the qualified name of an image stream image",
            reason,
            ImageStreamImageName.ParseQualified);

    private static void AssertMalformed<T>(
        string text, ReferenceFailure kind, int index, string what, string reason, Func<string, T> parse)
        where T : class
    {
        var e = Assert.Throws<ImageReferenceFormatException>(() => parse(text));

        var value = text.Length <= 256 ? text : text[..256] + "…";
        var shown = value.Replace("\n", "\\u000A", StringComparison.Ordinal);
        Assert.Equal((kind, index, value), (e.Reason, e.Index, e.Value));
        Assert.Equal($"'{shown}' is not {what}: {reason}.", e.Message);
    }
}
