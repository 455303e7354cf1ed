using System.Text;
using FsCheck.Xunit;
using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Tests.Serialization;

namespace ImageStreams.Tests.Collections;

public class RawJsonTests
{
    [Property(Arbitrary = [typeof(JsonTexts)], Replay = "2026,331", MaxTest = 2000)]
    public void Parse_AnyJson_IsTheTextWithoutWhiteSpaceAndStable(JsonText text)
    {
        var json = RawJson.Parse(text.Value);

        Assert.Equal(WithoutSpace(text.Value), json.ToString());
        Assert.Equal(json, RawJson.Parse(json.ToString()));
    }

    [Theory]
    [InlineData(" { \"a\" : [ 1 , 2 ] } ", "{\"a\":[1,2]}")]
    [InlineData("\" a\\\" b \"", "\" a\\\" b \"")]
    [InlineData("{\"b\":1.0,\n\"a\":1e0,\"b\":-0}", "{\"b\":1.0,\"a\":1e0,\"b\":-0}")]
    [InlineData("\t[\r\n]\t", "[]")]
    [InlineData("\"\\u00e9é\\/\"", "\"\\u00e9é\\/\"")]
    public void Parse_Json_RemovesOnlyTheWhiteSpaceBetweenTokens(string text, string compact) =>
        Assert.Equal(compact, RawJson.Parse(text).ToString());

    [Fact]
    public void Default_IsAbsent()
    {
        RawJson absent = default;

        Assert.True(absent.IsAbsent && absent.Utf8.IsEmpty && absent != RawJson.Parse("null"));
        Assert.Throws<InvalidOperationException>(() => absent.ToJsonElement());
    }

    [Fact]
    public void Parse_AtAndAboveTheMaxDepth_IsAcceptedAndRejected()
    {
        static string Nested(int levels) => new string('[', levels) + new string(']', levels);

        Assert.False(RawJson.Parse(Nested(RawJson.MaxDepth)).IsAbsent);
        var e = Assert.Throws<WireFormatException>(() => RawJson.Parse(Nested(RawJson.MaxDepth + 1)));
        Assert.Equal(WireFailure.TooDeep, e.Reason);
    }

    [Fact]
    public void Equals_SameText_IsTrueWithTheSameHash()
    {
        var one = RawJson.Parse("[1, 2]");

        Assert.True(one == RawJson.Parse("[1,2]") && one != RawJson.Parse("[1,2.0]"));
        Assert.Equal(one.GetHashCode(), RawJson.Parse("[1,2]").GetHashCode());
    }

    private static string WithoutSpace(string json)
    {
        var (kept, isInText, isEscaped) = (new StringBuilder(), false, false);
        foreach (var c in json)
        {
            _ = isInText || !" \t\r\n".Contains(c, StringComparison.Ordinal) ? kept.Append(c) : kept;
            isInText = c == '"' && !isEscaped ? !isInText : isInText;
            isEscaped = isInText && c == '\\' && !isEscaped;
        }

        return kept.ToString();
    }
}
