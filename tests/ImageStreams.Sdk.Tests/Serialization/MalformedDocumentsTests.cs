using System.Text;
using ImageStreams.Serialization;

namespace ImageStreams.Tests.Serialization;

/// <summary>The failure, path, byte and message of each malformed document.</summary>
public class MalformedDocumentsTests
{
    public static TheoryData<string, WireFailure, string, int, string> Streams => new()
    {
        { "", WireFailure.Syntax, "$", 0, "The text is empty; a JSON value was expected." },
        { "   ", WireFailure.Syntax, "$", 3, "The text is not valid JSON: expected a value, found the end of the text." },
        { "{", WireFailure.Syntax, "$", 1, "The text is not valid JSON: expected a name in quotes, found the end of the text." },
        { "{\"spec\":", WireFailure.Syntax, "$.spec", 8, "The text is not valid JSON: expected a value, found the end of the text." },
        { "{\"spec\":{\"tags\":[{\"name\":\"a\"},]}}", WireFailure.Syntax, "$.spec.tags[0]", 30, "The text is not valid JSON: expected a value, found ']'." },
        { "{\"kind\":\"ImageStream\",}", WireFailure.Syntax, "$.kind", 22, "The text is not valid JSON: expected a name in quotes, found '}'." },
        { "{'kind':1}", WireFailure.Syntax, "$", 1, "The text is not valid JSON: expected a name in quotes, found '''." },
        { "{\"kind\" \"x\"}", WireFailure.Syntax, "$", 8, "The text is not valid JSON: expected ':', found '\"'." },
        { "{\"kind\":\"a\nb\"}", WireFailure.Syntax, "$.kind", 10, "The text is not valid JSON: expected a closing quote or an escape, found the byte 0x0A." },
        { "{\"kind\":\"\\x\"}", WireFailure.Syntax, "$.kind", 10, "The text is not valid JSON: expected an escape: one of \"\\/bfnrtu, found 'x'." },
        { "{\"metadata\":{\"generation\":01}}", WireFailure.Syntax, "$.metadata.generation", 27, "The text is not valid JSON: expected ',' or '}', found '1'." },
        { "{\"kind\":truex}", WireFailure.Syntax, "$.kind", 12, "The text is not valid JSON: expected ',' or '}', found 'x'." },
        { "{} {}", WireFailure.Syntax, "$", 3, "The text is not valid JSON: expected the end of the text, found '{'." },
        { "\uFEFF{}", WireFailure.Syntax, "$", 0, "The text is not valid JSON: expected a value, found the byte 0xEF." },
        { "// no\n{}", WireFailure.Syntax, "$", 0, "The text is not valid JSON: expected a value, found '/'." },
        { "{\"kind\":\"open", WireFailure.Syntax, "$.kind", 13, "The text is not valid JSON: expected a closing quote or an escape, found the end of the text." },
        { "[]", WireFailure.Type, "$", 0, "Expected an object, found an array." },
        { "1", WireFailure.Type, "$", 0, "Expected an object, found the number 1." },
        { "\"text\"", WireFailure.Type, "$", 0, "Expected an object, found the text \"text\"." },
        { "{\"kind\":1}", WireFailure.Type, "$.kind", 8, "Expected a text, found the number 1." },
        { "{\"metadata\":[]}", WireFailure.Type, "$.metadata", 12, "Expected an object, found an array." },
        { "{\"metadata\":{\"name\":{\"a\":[1,2]}}}", WireFailure.Type, "$.metadata.name", 20, "Expected a text, found an object." },
        { "{\"spec\":{\"tags\":{}}}", WireFailure.Type, "$.spec.tags", 16, "Expected an array, found an object." },
        { "{\"spec\":{\"tags\":[1]}}", WireFailure.Type, "$.spec.tags[0]", 17, "Expected an object, found the number 1." },
        { "{\"spec\":{\"tags\":[{\"name\":\"a\"},{\"name\":true}]}}", WireFailure.Type, "$.spec.tags[1].name", 38, "Expected a text, found true." },
        { "{\"spec\":{\"tags\":[{\"generation\":1.0}]}}", WireFailure.Type, "$.spec.tags[0].generation", 31, "Expected an integer of 64 bits, found the number 1.0." },
        { "{\"spec\":{\"tags\":[{\"generation\":\"1\"}]}}", WireFailure.Type, "$.spec.tags[0].generation", 31, "Expected an integer of 64 bits, found the text \"1\"." },
        { "{\"spec\":{\"tags\":[{\"generation\":9223372036854775808}]}}", WireFailure.Type, "$.spec.tags[0].generation", 31, "Expected an integer of 64 bits, found the number 9223372036854775808." },
        { "{\"spec\":{\"lookupPolicy\":{\"local\":\"true\"}}}", WireFailure.Type, "$.spec.lookupPolicy.local", 33, "Expected true or false, found the text \"true\"." },
        { "{\"metadata\":{\"labels\":{\"a/b\":1}}}", WireFailure.Type, "$.metadata.labels['a/b']", 29, "Expected a text, found the number 1." },
        { "{\"metadata\":{\"labels\":[\"a\"]}}", WireFailure.Type, "$.metadata.labels", 22, "Expected an object, found an array." },
        { "{\"metadata\":{\"finalizers\":[\"a\",null,2]}}", WireFailure.Type, "$.metadata.finalizers[2]", 36, "Expected a text, found the number 2." },
        { "{\"metadata\":{\"creationTimestamp\":\"\"}}", WireFailure.Time, "$.metadata.creationTimestamp", 33, "Expected a time such as 2023-11-14T22:13:20Z, found the text \"\"." },
        { "{\"metadata\":{\"creationTimestamp\":\"2023-02-29T00:00:00Z\"}}", WireFailure.Time, "$.metadata.creationTimestamp", 33, "Expected a time such as 2023-11-14T22:13:20Z, found the text \"2023-02-29T00:00:00Z\"." },
        { "{\"metadata\":{\"creationTimestamp\":1700000000}}", WireFailure.Type, "$.metadata.creationTimestamp", 33, "Expected a time such as 2023-11-14T22:13:20Z, found the number 1700000000." },
        { "{\"status\":{\"tags\":[{\"items\":[{\"created\":\"yesterday\"}]}]}}", WireFailure.Time, "$.status.tags[0].items[0].created", 40, "Expected a time such as 2023-11-14T22:13:20Z, found the text \"yesterday\"." },
        { "{\"status\":{\"tags\":[{\"items\":[{\"image\":7,\"created\":\"yesterday\"}]}]}}", WireFailure.Time, "$.status.tags[0].items[0].created", 50, "Expected a time such as 2023-11-14T22:13:20Z, found the text \"yesterday\"." },
        { "{\"metadata\":{\"managedFields\":[{\"time\":\"2023-11-14 22:13:20Z\"}]}}", WireFailure.Time, "$.metadata.managedFields[0].time", 38, "Expected a time such as 2023-11-14T22:13:20Z, found the text \"2023-11-14 22:13:20Z\"." },
        { "{\"kind\":1,\"metadata\":", WireFailure.Syntax, "$.metadata", 21, "The text is not valid JSON: expected a value, found the end of the text." },
        { "{\"kimd\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\",\"apiVersion\":[     \"v1\"]}", WireFailure.Type, "$.apiVersion", 54, "Expected a text, found an array." },
        { "{\"metadata\":{\"name\":9999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999}}", WireFailure.Type, "$.metadata.name", 20, "Expected a text, found the number 9999999999999999999999999999999999999999…." },
    };

    public static TheoryData<string, WireFailure, string, int, string> Signatures => new()
    {
        { "{\"content\":\"a\"}", WireFailure.Base64, "$.content", 11, "Expected padded standard base64, found the text \"a\"." },
        { "{\"content\":\"YQ\"}", WireFailure.Base64, "$.content", 11, "Expected padded standard base64, found the text \"YQ\"." },
        { "{\"content\":\"YQ= =\"}", WireFailure.Base64, "$.content", 11, "Expected padded standard base64, found the text \"YQ= =\"." },
        { "{\"content\":{}}", WireFailure.Type, "$.content", 11, "Expected a text in base64, found an object." },
        { "{\"content\":[1,256]}", WireFailure.Type, "$.content[1]", 14, "Expected an integer from 0 to 255, found the number 256." },
        { "{\"content\":\"_w==\"}", WireFailure.Base64, "$.content", 11, "Expected padded standard base64, found the text \"_w==\"." },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public void Deserialize_MalformedStream_ReportsErrorAndPosition(
        string json, WireFailure error, string path, int offset, string sentence) =>
        AssertMalformed<ImageStream>(json, error, path, offset, sentence);

    [Theory]
    [MemberData(nameof(Signatures))]
    public void Deserialize_MalformedBytes_ReportsErrorAndPosition(
        string json, WireFailure error, string path, int offset, string sentence) =>
        AssertMalformed<ImageSignature>(json, error, path, offset, sentence);

    [Theory]
    [InlineData("[[[]]]", 2, "$[0][0]", 2)]
    [InlineData("{\"x\":[[1]]}", 2, "$.x[0]", 6)]
    [InlineData("{\"x\":{\"y\":{}}}", 2, "$.x.y", 10)]
    [InlineData("{\"spec\":{\"tags\":[{}]}}", 3, "$.spec.tags[0]", 17)]
    public void Deserialize_TooDeep_ReportsTheBracket(string json, int maxDepth, string path, int offset)
    {
        var options = new ImageStreamJsonOptions { MaxDepth = maxDepth };
        var e = Assert.Throws<WireFormatException>(() => ImageStreamJson.Deserialize<ImageStream>(json, options));

        Assert.Equal((WireFailure.TooDeep, path, offset), (e.Reason, e.Path, e.Offset));
        Assert.Equal($"Objects and arrays nest deeper than {maxDepth} levels. Path: {path}, byte {offset}.", e.Message);
    }

    [Fact]
    public void Deserialize_LineBreaksInNamesAndTexts_AreEscapedInTheMessage()
    {
        var ofName = Assert.Throws<WireFormatException>(
            () => ImageStreamJson.Deserialize<ImageStream>("""{"metadata":{"labels":{"a\nb":1}}}"""));
        var ofText = Assert.Throws<WireFormatException>(
            () => ImageStreamJson.Deserialize<ImageStream>("""{"metadata":{"generation":"1\u2028"}}"""));

        Assert.Equal(@"$.metadata.labels['a\u000Ab']", ofName.Path);
        Assert.Contains(@"the text ""1\u2028""", ofText.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deserialize_ErrorOnALaterLine_CountsLinesAndBytesFromZero()
    {
        var e = Assert.Throws<WireFormatException>(() => ImageStreamJson.Deserialize<ImageStream>("{\n  \"kind\":\n   x}"));

        Assert.Equal((2L, 3L, 15L), (e.LineNumber, e.BytePositionInLine, e.Offset));
    }

    [Fact]
    public void Parse_MalformedRawJson_ReportsErrorAndPosition()
    {
        var e = Assert.Throws<WireFormatException>(() => ImageStreams.Collections.RawJson.Parse("{\"a\":[1,]}"));

        Assert.Equal((WireFailure.Syntax, "$.a[0]", 8L), (e.Reason, e.Path, e.Offset));
    }

    private static void AssertMalformed<T>(string json, WireFailure error, string path, int offset, string sentence)
        where T : class, IWireObject<T>
    {
        var e = Assert.Throws<WireFormatException>(() => ImageStreamJson.Deserialize<T>(Encoding.UTF8.GetBytes(json)));

        Assert.Equal((error, path, offset), (e.Reason, e.Path, e.Offset));
        Assert.Equal($"{sentence} Path: {path}, byte {offset}.", e.Message);
    }
}
