using ImageStreams.References;

namespace ImageStreams.Tests.References;

/// <summary>The failure, index and message of each malformed name.</summary>
public class MalformedReferencesTests
{
    private const string Component =
        "a path component consists of lower-case letters and digits, joined by '.', '_', '__' or dashes";
    private const string Host =
        "a host consists of letters and digits, with dashes inside and dots between";
    private const string Port = "the port of a host consists of digits";
    private const string Tag =
        "a tag has 1 to 128 letters, digits, '_', '.' or '-', and does not start with '.' or '-'";
    private const string Algorithm = "a digest starts with its algorithm, such as 'sha256:'";
    private const string Hexadecimal = "a digest ends in 32 hexadecimal digits or more";
    private const string DigestForm = "a digest consists of an algorithm, ':' and hexadecimal digits";
    private const string OneColon = "exactly one ':' separates the stream's name from the tag";
    private const string OneAt = "exactly one '@' separates the stream's name from the image's id";
    private const string StreamName = "a stream's name has no delimiter but one '/' after its namespace";
    private const string Unsupported = "is not sha256, sha384 or sha512";
    private const string Lengths = "sha256 has 64, sha384 96 and sha512 128";
    private const string NameTooLong = "its name, host included, is longer than 255 characters";

    public static TheoryData<string, ReferenceFailure, int, string> References => new()
    {
        { "", ReferenceFailure.Empty, 0, "it is empty" },
        { " ", ReferenceFailure.InvalidFormat, 0, $"' ' is not allowed at index 0; {Component}" },
        { "foo bar", ReferenceFailure.InvalidFormat, 3, $"' ' is not allowed at index 3; {Component}" },
        { "foo\n", ReferenceFailure.InvalidFormat, 3, $"'\\u000A' is not allowed at index 3; {Component}" },
        { "foo:", ReferenceFailure.InvalidFormat, 4, $"it ends at index 4; {Tag}" },
        { ":tag", ReferenceFailure.InvalidFormat, 0, $"':' is not allowed at index 0; {Component}" },
        { "@", ReferenceFailure.InvalidFormat, 0, $"'@' is not allowed at index 0; {Component}" },
        { "foo@", ReferenceFailure.InvalidFormat, 4, $"it ends at index 4; {Algorithm}" },
        { "foo:.x", ReferenceFailure.InvalidFormat, 4, $"'.' is not allowed at index 4; {Tag}" },
        { "foo:-x", ReferenceFailure.InvalidFormat, 4, $"'-' is not allowed at index 4; {Tag}" },
        { "foo:" + new string('x', 129), ReferenceFailure.InvalidFormat, 132, $"'x' is not allowed at index 132; {Tag}" },
        { "foo:a:b", ReferenceFailure.InvalidFormat, 5, $"':' is not allowed at index 5; {Tag}" },
        { "foo//bar", ReferenceFailure.InvalidFormat, 4, $"'/' is not allowed at index 4; {Component}" },
        { "/foo", ReferenceFailure.InvalidFormat, 0, $"'/' is not allowed at index 0; {Host}" },
        { "foo/", ReferenceFailure.InvalidFormat, 4, $"it ends at index 4; {Component}" },
        { "a..b", ReferenceFailure.InvalidFormat, 2, $"'.' is not allowed at index 2; {Component}" },
        { "a.-b", ReferenceFailure.InvalidFormat, 2, $"'-' is not allowed at index 2; {Component}" },
        { "a___b", ReferenceFailure.InvalidFormat, 3, $"'_' is not allowed at index 3; {Component}" },
        { "foo-", ReferenceFailure.InvalidFormat, 4, $"it ends at index 4; {Component}" },
        { "-foo", ReferenceFailure.InvalidFormat, 0, $"'-' is not allowed at index 0; {Component}" },
        { "-h.io/a", ReferenceFailure.InvalidFormat, 0, $"'-' is not allowed at index 0; {Host}" },
        { "h.io-/a", ReferenceFailure.InvalidFormat, 5, $"'/' is not allowed at index 5; {Host}" },
        { "h..io/a", ReferenceFailure.InvalidFormat, 2, $"'.' is not allowed at index 2; {Host}" },
        { "h.io:/a", ReferenceFailure.InvalidFormat, 5, $"'/' is not allowed at index 5; {Port}" },
        { "h.io:x/a", ReferenceFailure.InvalidFormat, 5, $"'x' is not allowed at index 5; {Port}" },
        { "http://h.io/a", ReferenceFailure.InvalidFormat, 5, "leave out http://, because it has no scheme" },
        { "[::1]:5000/a", ReferenceFailure.InvalidFormat, 0, $"'[' is not allowed at index 0; {Host}" },
        { "日本", ReferenceFailure.InvalidFormat, 0, $"'日' is not allowed at index 0; {Component}" },
        { "\U0001F600/a", ReferenceFailure.InvalidFormat, 0, $"'😀' is not allowed at index 0; {Host}" },
        { "h.io:5A/a", ReferenceFailure.InvalidFormat, 6, $"'A' is not allowed at index 6; {Port}" },
        { "a_b!/c", ReferenceFailure.InvalidFormat, 3, $"'!' is not allowed at index 3; {Component}" },
        { "@a/b", ReferenceFailure.InvalidFormat, 0, $"'@' is not allowed at index 0; {Component}" },
        { "a\u0080", ReferenceFailure.InvalidFormat, 1, $"'\\u0080' is not allowed at index 1; {Component}" },
        { "foo@sha256:xyz", ReferenceFailure.InvalidFormat, 11, $"'x' is not allowed at index 11; {Hexadecimal}" },
        { "fooZ", ReferenceFailure.Uppercase, 3, "'Z' at index 3 must be lower-case" },
        { "Foo", ReferenceFailure.Uppercase, 0, "'F' at index 0 must be lower-case" },
        { "foo/Bar:v1", ReferenceFailure.Uppercase, 4, "'B' at index 4 must be lower-case" },
        { "a_B/c", ReferenceFailure.Uppercase, 2, "'B' at index 2 must be lower-case" },
        { "foo:\u212A", ReferenceFailure.Uppercase, 4, "'K' at index 4 must be lower-case" },
        { "\u0130/a", ReferenceFailure.Uppercase, 0, "'İ' at index 0 must be lower-case" },
        { "foo@sha256:abc", ReferenceFailure.InvalidFormat, 14, $"it ends at index 14; {Hexadecimal}" },
        { $"foo@{TestDigests.Sha256}g", ReferenceFailure.InvalidFormat, 75, $"'g' is not allowed at index 75; {Hexadecimal}" },
        { $"foo@256:{TestDigests.Hex64}", ReferenceFailure.InvalidFormat, 4, $"'2' is not allowed at index 4; {Algorithm}" },
        { "foo@sha256", ReferenceFailure.InvalidFormat, 10, $"it ends at index 10; {Algorithm}" },
        { $"foo@a..b:{TestDigests.Hex64}", ReferenceFailure.InvalidFormat, 6, $"'.' is not allowed at index 6; {Algorithm}" },
        {
            $"foo@sha256:{TestDigests.Hex64[..40]}", ReferenceFailure.DigestLength, 11,
            $"it has 40 hexadecimal digits at index 11, but {Lengths}"
        },
        {
            $"foo@sha512:{TestDigests.Hex64}", ReferenceFailure.DigestLength, 11,
            $"it has 64 hexadecimal digits at index 11, but {Lengths}"
        },
        {
            $"foo@md5:{TestDigests.Hex64[..32]}", ReferenceFailure.DigestUnsupported, 4,
            $"the algorithm of the digest at index 4 {Unsupported}"
        },
        {
            $"foo@SHA256:{TestDigests.Hex64}", ReferenceFailure.DigestUnsupported, 4,
            $"the algorithm of the digest at index 4 {Unsupported}"
        },
        { new string('a', 256), ReferenceFailure.NameTooLong, 255, NameTooLong },
        { $"h.io/{new string('a', 251)}:v1", ReferenceFailure.NameTooLong, 255, NameTooLong },
    };

    public static TheoryData<string, ReferenceFailure, int, string> Digests => new()
    {
        { "", ReferenceFailure.DigestFormat, 0, $"it ends at index 0; {DigestForm}" },
        { "sha256", ReferenceFailure.DigestFormat, 6, $"it ends at index 6; {DigestForm}" },
        { "sha256:", ReferenceFailure.DigestFormat, 7, $"it ends at index 7; {DigestForm}" },
        { ":aa", ReferenceFailure.DigestFormat, 0, $"':' is not allowed at index 0; {DigestForm}" },
        { "sha256:xyz", ReferenceFailure.DigestFormat, 7, $"'x' is not allowed at index 7; {DigestForm}" },
        { "sha 256:aa", ReferenceFailure.DigestFormat, 3, $"' ' is not allowed at index 3; {DigestForm}" },
        { "\u00E9:aa", ReferenceFailure.DigestFormat, 0, $"'é' is not allowed at index 0; {DigestForm}" },
        { TestDigests.Sha256 + "\n", ReferenceFailure.DigestFormat, 71, $"'\\u000A' is not allowed at index 71; {DigestForm}" },
        { "sha256:abc", ReferenceFailure.DigestLength, 7, $"it has 3 hexadecimal digits at index 7, but {Lengths}" },
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
        { "", ReferenceFailure.Delimiter, 0, $"it ends at index 0; {OneColon}" },
        { "ruby", ReferenceFailure.Delimiter, 4, $"it ends at index 4; {OneColon}" },
        { "@id", ReferenceFailure.IsImage, 0, "the '@' at index 0 is allowed only in the name of an image" },
        { "ruby@id", ReferenceFailure.IsImage, 4, "the '@' at index 4 is allowed only in the name of an image" },
        { "ruby:3@id", ReferenceFailure.IsImage, 6, "the '@' at index 6 is allowed only in the name of an image" },
        { "a:b:c", ReferenceFailure.Delimiter, 3, $"':' is not allowed at index 3; {OneColon}" },
        { ":b", ReferenceFailure.EmptyPart, 0, "the part at index 0 is empty" },
        { "a:", ReferenceFailure.EmptyPart, 2, "the part at index 2 is empty" },
        { ":", ReferenceFailure.EmptyPart, 0, "the part at index 0 is empty" },
    };

    public static TheoryData<string, ReferenceFailure, int, string> ImageNames => new()
    {
        { "", ReferenceFailure.Delimiter, 0, $"it ends at index 0; {OneAt}" },
        { "ruby", ReferenceFailure.Delimiter, 4, $"it ends at index 4; {OneAt}" },
        { "ruby:3", ReferenceFailure.Delimiter, 6, $"it ends at index 6; {OneAt}" },
        { "a@b@c", ReferenceFailure.Delimiter, 3, $"'@' is not allowed at index 3; {OneAt}" },
        { "@b", ReferenceFailure.EmptyPart, 0, "the part at index 0 is empty" },
        { "a@", ReferenceFailure.EmptyPart, 2, "the part at index 2 is empty" },
    };

    public static TheoryData<string, ReferenceFailure, int, string> StreamNames => new()
    {
        { "", ReferenceFailure.Empty, 0, "it is empty" },
        { "a/b/c", ReferenceFailure.Delimiter, 3, $"'/' is not allowed at index 3; {StreamName}" },
        { "/a", ReferenceFailure.EmptyPart, 0, "the part at index 0 is empty" },
        { "a/", ReferenceFailure.EmptyPart, 2, "the part at index 2 is empty" },
        { "a:b", ReferenceFailure.Delimiter, 1, $"':' is not allowed at index 1; {StreamName}" },
        { "a@b", ReferenceFailure.Delimiter, 1, $"'@' is not allowed at index 1; {StreamName}" },
    };

    [Theory]
    [MemberData(nameof(References))]
    public void Parse_MalformedImageReference_ReportsErrorAndPosition(string text, ReferenceFailure failure, int index, string reason) =>
        AssertMalformed(text, failure, index, "an image reference", reason, ImageReference.Parse);

    [Theory]
    [MemberData(nameof(Digests))]
    public void Parse_MalformedDigest_ReportsErrorAndPosition(string text, ReferenceFailure failure, int index, string reason) =>
        AssertMalformed(text, failure, index, "a digest", reason, Digest.Parse);

    [Theory]
    [MemberData(nameof(TagNames))]
    public void ParseLocalName_MalformedTagName_ReportsErrorAndPosition(string text, ReferenceFailure failure, int index, string reason) =>
        AssertMalformed(text, failure, index, "the name of an image stream tag", reason, ImageStreamTagName.ParseLocalName);

    [Theory]
    [MemberData(nameof(ImageNames))]
    public void ParseLocalName_MalformedImageName_ReportsErrorAndPosition(string text, ReferenceFailure failure, int index, string reason) =>
        AssertMalformed(text, failure, index, "the name of an image stream image", reason, ImageStreamImageName.ParseLocalName);

    [Theory]
    [MemberData(nameof(StreamNames))]
    public void Parse_MalformedStreamName_ReportsErrorAndPosition(string text, ReferenceFailure failure, int index, string reason) =>
        AssertMalformed(text, failure, index, "the name of an image stream", reason, ImageStreamName.Parse);

    [Theory]
    [InlineData("a/b/c:d", ReferenceFailure.Delimiter, 3, $"'/' is not allowed at index 3; {StreamName}")]
    [InlineData("/a:b", ReferenceFailure.EmptyPart, 0, "the part at index 0 is empty")]
    [InlineData("a/:b", ReferenceFailure.EmptyPart, 2, "the part at index 2 is empty")]
    public void Parse_MalformedTagName_ReportsErrorAndPosition(string text, ReferenceFailure failure, int index, string reason) =>
        AssertMalformed(
            text,
            failure,
            index,
            "the name of an image stream tag",
            reason,
            ImageStreamTagName.Parse);

    [Theory]
    [InlineData("a/b/c@d", ReferenceFailure.Delimiter, 3, $"'/' is not allowed at index 3; {StreamName}")]
    [InlineData("a:b@c", ReferenceFailure.Delimiter, 1, $"':' is not allowed at index 1; {StreamName}")]
    public void Parse_MalformedImageName_ReportsErrorAndPosition(string text, ReferenceFailure failure, int index, string reason) =>
        AssertMalformed(
            text,
            failure,
            index,
            "the name of an image stream image",
            reason,
            ImageStreamImageName.Parse);

    private static void AssertMalformed<T>(
        string text, ReferenceFailure failure, int index, string description, string reason, Func<string, T> parse)
        where T : class
    {
        var e = Assert.Throws<ImageReferenceFormatException>(() => parse(text));

        var value = text.Length <= 256 ? text : text[..256] + "…";
        var shown = value.Replace("\n", "\\u000A", StringComparison.Ordinal)
            .Replace("\u0080", "\\u0080", StringComparison.Ordinal);
        Assert.Equal((failure, index, value), (e.Reason, e.Index, e.Value));
        Assert.Equal($"'{shown}' is not {description}: {reason}.", e.Message);
    }
}
