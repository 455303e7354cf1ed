using System.Text;
using ImageStreams.Serialization;

namespace ImageStreams.Tests.Serialization;

/// <summary>What each malformed document is told: the error, the path, the byte and the sentence.</summary>
public class MalformedDocumentsTests
{
    public static TheoryData<string, WireError, string, int, string> Streams => new()
    {
        { "", WireError.Syntax, "$", 0, "The text is empty; a JSON value was expected." },
        { "   ", WireError.Syntax, "$", 3, "The text is not valid JSON: expected a value, found the end of the text." },
        { "{", WireError.Syntax, "$", 1, "The text is not valid JSON: expected a name in quotes, found the end of the text." },
        { "{\"spec\":", WireError.Syntax, "$.spec", 8, "The text is not valid JSON: expected a value, found the end of the text." },
        { "{\"spec\":{\"tags\":[{\"name\":\"a\"},]}}", WireError.Syntax, "$.spec.tags[0]", 30, "The text is not valid JSON: expected a value, found ']'." },
        { "{\"kind\":\"ImageStream\",}", WireError.Syntax, "$.kind", 22, "The text is not valid JSON: expected a name in quotes, found '}'." },
        { "{'kind':1}", WireError.Syntax, "$", 1, "The text is not valid JSON: expected a name in quotes, found '''." },
        { "{\"kind\" \"x\"}", WireError.Syntax, "$", 8, "The text is not valid JSON: expected ':', found '\"'." },
        { "{\"kind\":\"a\nb\"}", WireError.Syntax, "$.kind", 10, "The text is not valid JSON: expected a closing quote or an escape, found the byte 0x0A." },
        { "{\"kind\":\"\\x\"}", WireError.Syntax, "$.kind", 10, "The text is not valid JSON: expected an escape: one of \"\\/bfnrtu, found 'x'." },
        { "{\"metadata\":{\"generation\":01}}", WireError.Syntax, "$.metadata.generation", 27, "The text is not valid JSON: expected ',' or '}', found '1'." },
        { "{\"kind\":truex}", WireError.Syntax, "$.kind", 12, "The text is not valid JSON: expected ',' or '}', found 'x'." },
        { "{} {}", WireError.Syntax, "$", 3, "The text is not valid JSON: expected the end of the text, found '{'." },
        { "\uFEFF{}", WireError.Syntax, "$", 0, "The text is not valid JSON: expected a value, found the byte 0xEF." },
        { "// no\n{}", WireError.Syntax, "$", 0, "The text is not valid JSON: expected a value, found '/'." },
        { "{\"kind\":\"open", WireError.Syntax, "$.kind", 13, "The text is not valid JSON: expected a closing quote or an escape, found the end of the text." },
        { "[]", WireError.Type, "$", 0, "Expected an object, found an array." },
        { "1", WireError.Type, "$", 0, "Expected an object, found the number 1." },
        { "\"text\"", WireError.Type, "$", 0, "Expected an object, found the text \"text\"." },
        { "{\"kind\":1}", WireError.Type, "$.kind", 8, "Expected a text, found the number 1." },
        { "{\"metadata\":[]}", WireError.Type, "$.metadata", 12, "Expected an object, found an array." },
        { "{\"metadata\":{\"name\":{\"a\":[1,2]}}}", WireError.Type, "$.metadata.name", 20, "Expected a text, found an object." },
        { "{\"spec\":{\"tags\":{}}}", WireError.Type, "$.spec.tags", 16, "Expected an array, found an object." },
        { "{\"spec\":{\"tags\":[1]}}", WireError.Type, "$.spec.tags[0]", 17, "Expected an object, found the number 1." },
        { "{\"spec\":{\"tags\":[{\"name\":\"a\"},{\"name\":true}]}}", WireError.Type, "$.spec.tags[1].name", 38, "Expected a text, found true." },
        { "{\"spec\":{\"tags\":[{\"generation\":1.0}]}}", WireError.Type, "$.spec.tags[0].generation", 31, "Expected an integer of 64 bits, found the number 1.0." },
        { "{\"spec\":{\"tags\":[{\"generation\":\"1\"}]}}", WireError.Type, "$.spec.tags[0].generation", 31, "Expected an integer of 64 bits, found the text \"1\"." },
        { "{\"spec\":{\"tags\":[{\"generation\":9223372036854775808}]}}", WireError.Type, "$.spec.tags[0].generation", 31, "Expected an integer of 64 bits, found the number 9223372036854775808." },
        { "{\"spec\":{\"lookupPolicy\":{\"local\":\"true\"}}}", WireError.Type, "$.spec.lookupPolicy.local", 33, "Expected true or false, found the text \"true\"." },
        { "{\"metadata\":{\"labels\":{\"a/b\":1}}}", WireError.Type, "$.metadata.labels['a/b']", 29, "Expected a text, found the number 1." },
        { "{\"metadata\":{\"labels\":[\"a\"]}}", WireError.Type, "$.metadata.labels", 22, "Expected an object, found an array." },
        { "{\"metadata\":{\"finalizers\":[\"a\",null,2]}}", WireError.Type, "$.metadata.finalizers[2]", 36, "Expected a text, found the number 2." },
        { "{\"metadata\":{\"creationTimestamp\":\"\"}}", WireError.Time, "$.metadata.creationTimestamp", 33, "Expected a time such as 2023-11-14T22:13:20Z, found the text \"\"." },
        { "{\"metadata\":{\"creationTimestamp\":\"2023-02-29T00:00:00Z\"}}", WireError.Time, "$.metadata.creationTimestamp", 33, "Expected a time such as 2023-11-14T22:13:20Z, found the text \"2023-02-29T00:00:00Z\"." },
        { "{\"metadata\":{\"creationTimestamp\":1700000000}}", WireError.Type, "$.metadata.creationTimestamp", 33, "Expected a time such as 2023-11-14T22:13:20Z, found the number 1700000000." },
        { "{\"status\":{\"tags\":[{\"items\":[{\"created\":\"yesterday\"}]}]}}", WireError.Time, "$.status.tags[0].items[0].created", 40, "Expected a time such as 2023-11-14T22:13:20Z, found the text \"yesterday\"." },
        { "{\"status\":{\"tags\":[{\"items\":[{\"image\":7,\"created\":\"yesterday\"}]}]}}", WireError.Time, "$.status.tags[0].items[0].created", 50, "Expected a time such as 2023-11-14T22:13:20Z, found the text \"yesterday\"." },
        { "{\"metadata\":{\"managedFields\":[{\"time\":\"2023-11-14 22:13:20Z\"}]}}", WireError.Time, "$.metadata.managedFields[0].time", 38, "Expected a time such as 2023-11-14T22:13:20Z, found the text \"2023-11-14 22:13:20Z\"." },
        { "{\"kind\":1,\"metadata\":", WireError.Syntax, "$.metadata", 21, "The text is not valid JSON: expected a value, found the end of the text." },
        { "{\"kind\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\",\"apiVersion\":[     \"v1\"]}", WireError.Type, "$.apiVersion", 54, "Expected a text, found an array." },
        { "{\"metadata\":{\"name\":9999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999}}", WireError.Type, "$.metadata.name", 20, "Expected a text, found the number 9999999999999999999999999999999999999999…." },
    };

    public static TheoryData<string, WireError, string, int, string> Signatures => new()
    {
        { "{\"content\":\"a\"}", WireError.Base64, "$.content", 11, "Expected padded standard base64, found the text \"a\"." },
        { "{\"content\":\"YQ\"}", WireError.Base64, "$.content", 11, "Expected padded standard base64, found the text \"YQ\"." },
        { "{\"content\":\"YQ= =\"}", WireError.Base64, "$.content", 11, "Expected padded standard base64, found the text \"YQ= =\"." },
        { "{\"content\":{}}", WireError.Type, "$.content", 11, "Expected a text in base64, found an object." },
        { "{\"content\":[1,256]}", WireError.Type, "$.content[1]", 14, "Expected an integer from 0 to 255, found the number 256." },
        { "{\"content\":\"_w==\"}", WireError.Base64, "$.content", 11, "Expected padded standard base64, found the text \"_w==\"." },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public void Deserialize_MalformedStream_SaysWhatAndWhere(
        string json, WireError error, string path, int offset, string sentence) =>
        AssertMalformed<ImageStream>(json, error, path, offset, sentence);

    [Theory]
    [MemberData(nameof(Signatures))]
    public void Deserialize_MalformedBytes_SaysWhatAndWhere(
        string json, WireError error, string path, int offset, string sentence) =>
        AssertMalformed<ImageSignature>(json, error, path, offset, sentence);

    [Theory]
    [InlineData("[[[]]]", 2, "$[0][0]", 2)]
    [InlineData("{\"x\":[[1]]}", 2, "$.x[0]", 6)]
    [InlineData("{\"x\":{\"y\":{}}}", 2, "$.x.y", 10)]
    [InlineData("{\"spec\":{\"tags\":[{}]}}", 3, "$.spec.tags[0]", 17)]
    public void Deserialize_NestsTooDeep_NamesTheBracket(string json, int maxDepth, string path, int offset)
    {
        var options = new ImageStreamJsonOptions { MaxDepth = maxDepth };
        var e = Assert.Throws<WireFormatException>(() => ImageStreamJson.Deserialize<ImageStream>(json, options));

        Assert.Equal((WireError.TooDeep, path, offset), (e.Error, e.Path, e.Offset));
        Assert.Equal($"Objects and arrays nest deeper than {maxDepth} levels. Path: {path}, byte {offset}.", e.Message);
    }

    [Fact]
    public void Deserialize_LineBreaksInNamesAndTexts_StandAsEscapesInTheMessage()
    {
        var ofName = Assert.Throws<WireFormatException>(
            () => ImageStreamJson.Deserialize<ImageStream>("""{"metadata":{"labels":{"a\nb":1}}}"""));
        var ofText = Assert.Throws<WireFormatException>(
            () => ImageStreamJson.Deserialize<ImageStream>("""{"metadata":{"generation":"1\u2028"}}"""));

        Assert.Equal(@"$.metadata.labels['a\u000Ab']", ofName.Path);
        Assert.Contains(@"the text ""1\u2028""", ofText.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deserialize_FaultOnALaterLine_CountsLinesAndBytesFromZero()
    {
        var e = Assert.Throws<WireFormatException>(() => ImageStreamJson.Deserialize<ImageStream>("{\n  \"kind\":\n   x}"));

        Assert.Equal((2L, 3L, 15L), (e.LineNumber, e.BytePositionInLine, e.Offset));
    }

    [Fact]
    public void Parse_MalformedRawJson_SaysWhatAndWhere()
    {
        var e = Assert.Throws<WireFormatException>(() => ImageStreams.Collections.RawJson.Parse("{\"a\":[1,]}"));

        Assert.Equal((WireError.Syntax, "$.a[0]", 8L), (e.Error, e.Path, e.Offset));
    }

    private static void AssertMalformed<T>(string json, WireError error, string path, int offset, string sentence)
        where T : class, IWireObject<T>
    {
        var e = Assert.Throws<WireFormatException>(() => ImageStreamJson.Deserialize<T>(Encoding.UTF8.GetBytes(json)));

        Assert.Equal((error, path, offset), (e.Error, e.Path, e.Offset));
        Assert.Equal($"{sentence} Path: {path}, byte {offset}.", e.Message);
    }
}
