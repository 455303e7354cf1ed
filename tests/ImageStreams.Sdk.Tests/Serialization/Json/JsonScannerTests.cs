using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using ImageStreams.Serialization;

namespace ImageStreams.Tests.Serialization;

/// <summary>The scanner accepts the same texts as the reader of .NET, with the same tokens.</summary>
[Properties(Arbitrary = [typeof(JsonTexts)], MaxTest = 5000)]
public class JsonScannerTests
{
    private const int MaxDepth = 4;

    public static TheoryData<string> NastyTexts =>
    [
        "", " ", "\uFEFF{}", "{", "}", "[", "]", "{]", "[}", "[]]", "{}{}", "[],", ",", ":", "\"", "\"a", "\"\\", "\"\\\"",
        "[1,]", "[,1]", "[1 2]", "[1,,2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{\"a\" 1}", "{a:1}", "{'a':1}",
        "{\"a\":1 \"b\":2}", "{1:2}", "{\"a\":1]", "[\"a\":1]", "tru", "truex", "True", "nul", "nulll", "fals", "falsey",
        "NaN", "Infinity", "-", "+1", "-a", "01", "-01", "00", "1.", ".5", "1.e3", "1e", "1e+", "1e+-1", "1E-", "0x10", "1_0",
        "-0", "-0.0e-0", "1e5", "\"\u0000\"", "\"\u001F\"", "\"\u0020\"", "\"\u007F\"", "\"\t\"", "\"\n\"", "\"\\x\"",
        "\"\\u\"", "\"\\u12\"", "\"\\u123g\"", "\"\\u123", "\"\\uD800\"", "\"\\U0041\"", "\"\\a\"", "\"\\'\"",
        "/**/1", "1//", "1/", "[1]/**/", "#", "\v1", "\f1", "\u00A01", "\0", "1\0", "[]\0", "{\"\":{\"\":{\"\":{}}}}",
        "[[[[[]]]]]", "[[[[]]]]", "[[[{}]]]", "[[[{\"a\":[]}]]]", "{\"a\":1,\"a\":2}", "\"\"\"\"", "\"a\" \"b\"", "nullnull",
        "\"0123456789012345678901234567890123456789\\", "\"0123456789012345678901234567890", "[\"\u0001\"]",
        "\"0123456789012345678901234567890\"", "\"01234567890123456789012345678901\"", " \r\n\t1 \r\n\t", "\"\\u00e9\\u00E9\"",
    ];

    [Theory]
    [MemberData(nameof(NastyTexts))]
    public void Read_HostileText_AgreesWithTheReader(string text) => AssertSame(Encoding.UTF8.GetBytes(text), MaxDepth);

    [Property(Replay = "2026,101")]
    public void Read_ValidText_YieldsTheTokensOfTheReader(JsonText text) =>
        AssertSame(Encoding.UTF8.GetBytes(text.Value), 64);

    [Property(Replay = "2026,103", MaxTest = 20_000)]
    public void Read_AlmostJson_AgreesWithTheReader(AlmostJson text)
    {
        AssertSame([.. text.Value], 64);
        AssertSame([.. text.Value], MaxDepth);
    }

    [Property(Replay = "2026,105")]
    public void Skip_AnywhereInAValidText_EndsWhereTheReaderEnds(JsonText text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text.Value);
        var reader = new Utf8JsonReader(utf8);
        var scanner = new JsonScanner(utf8, 64);
        for (var skips = false; reader.Read(); skips = !skips)
        {
            scanner.Read();
            if (skips)
            {
                reader.Skip();
                scanner.Skip();
            }

            Assert.Equal((reader.TokenType, reader.BytesConsumed), (scanner.TokenType, scanner.Consumed));
        }
    }

    [Property(Replay = "2026,107")]
    public void TryReadName_ExactName_AgreesWithRead(JsonText text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text.Value);
        var usual = new JsonScanner(utf8, 64);
        var guessing = new JsonScanner(utf8, 64);
        while (usual.Read())
        {
            var before = guessing.Consumed;
            var isGuessed = usual.TokenType == JsonTokenType.PropertyName && utf8.AsSpan(before).StartsWith(",\""u8)
                && guessing.TryReadName(utf8.AsSpan(before..usual.Consumed));
            _ = isGuessed || guessing.Read();
            Assert.Equal((usual.TokenType, usual.TokenStart, usual.Consumed), (guessing.TokenType, guessing.TokenStart, guessing.Consumed));
        }
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void Read_DeepNesting_KeepsEachLevel(int levels)
    {
        var opening = string.Concat(Enumerable.Range(0, levels).Select(i => i % 3 == 0 ? "[" : "{\"a\":"));
        var closing = string.Concat(Enumerable.Range(0, levels).Reverse().Select(i => i % 3 == 0 ? "]" : "}"));

        AssertSame(Encoding.UTF8.GetBytes($"{opening}1{closing}"), levels);
        AssertSame(Encoding.UTF8.GetBytes($"{opening}1{closing}"), levels - 1);
        AssertSame(Encoding.UTF8.GetBytes($"{opening}1{closing[..^1]}{(closing[^1] == ']' ? '}' : ']')}"), levels);
    }

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("-0", 0L)]
    [InlineData("-7", -7L)]
    [InlineData("999999999999999999", 999999999999999999L)]
    [InlineData("1000000000000000000", 1000000000000000000L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("-9223372036854775809", null)]
    [InlineData("99999999999999999999999999", null)]
    [InlineData("1.0", null)]
    [InlineData("1e3", null)]
    [InlineData("-1.0", null)]
    public void TryGetInt64_AnyNumber_AcceptsIntegersThatFit(string text, long? expected)
    {
        var scanner = new JsonScanner(Encoding.UTF8.GetBytes(text), 1);
        scanner.Read();

        Assert.Equal(expected, scanner.TryGetInt64(out var value) ? value : null);
    }

    private static void AssertSame(byte[] text, int maxDepth)
    {
        var (expected, isJson) = TokensOfReader(text, maxDepth);
        var (actual, isAccepted) = TokensOfScanner(text, maxDepth);

        Assert.Equal(isJson, isAccepted);
        if (isJson)
        {
            Assert.Equal(expected, actual);
        }
    }

    private static (List<string> Tokens, bool IsJson) TokensOfReader(byte[] text, int maxDepth)
    {
        var tokens = new List<string>();
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            while (reader.Read())
            {
                tokens.Add(Describe(reader.TokenType, reader.TokenStartIndex, reader.ValueSpan, reader.ValueIsEscaped));
            }

            return (tokens, true);
        }
        catch (JsonException)
        {
            return (tokens, false);
        }
    }

    private static (List<string> Tokens, bool IsJson) TokensOfScanner(byte[] text, int maxDepth)
    {
        var tokens = new List<string>();
        var scanner = new JsonScanner(text, maxDepth);
        try
        {
            while (scanner.Read())
            {
                tokens.Add(Describe(scanner.TokenType, scanner.TokenStart, scanner.ValueSpan, scanner.ValueIsEscaped));
            }

            return (tokens, true);
        }
        catch (JsonException)
        {
            return (tokens, false);
        }
    }

    private static string Describe(JsonTokenType token, long start, ReadOnlySpan<byte> value, bool isEscaped)
    {
        var isText = token is JsonTokenType.PropertyName or JsonTokenType.String;
        var shown = isText || token == JsonTokenType.Number ? Encoding.Latin1.GetString(value) : "";
        return string.Create(CultureInfo.InvariantCulture, $"{start} {token} {isText && isEscaped} {shown}");
    }
}
