using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Fuzz;

/// <summary>Raw JSON beside <see cref="JsonDocument"/>: accepts the same texts, and keeps their values.</summary>
internal sealed class RawJsonTarget(byte[][] seeds) : FuzzTarget("json-raw", seeds, Tokens.Json)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = RawJson.MaxDepth };

    public override void Check(ReadOnlySpan<byte> input)
    {
        using var document = Parse(input.ToArray());
        var raw = ParseRaw(input);
        Expect.Equal(document is null, raw.IsAbsent, "both accept the same text");
        if (document is null)
        {
            return;
        }

        Expect.Equal(raw, RawJson.Parse(raw.Utf8), "raw JSON read again is the same");
        if (PlainJson.IsPlain(input))
        {
            Expect.That(HasSameTokens(input, raw.Utf8), "the values are kept");
        }
    }

    private static bool HasSameTokens(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var options = new JsonReaderOptions { MaxDepth = RawJson.MaxDepth };
        var a = new Utf8JsonReader(left, options);
        var b = new Utf8JsonReader(right, options);
        while (a.Read())
        {
            if (!b.Read() || a.TokenType != b.TokenType || !HasSameValue(ref a, ref b))
            {
                return false;
            }
        }

        return !b.Read();
    }

    private static bool HasSameValue(ref Utf8JsonReader a, ref Utf8JsonReader b) =>
        a.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
            ? a.GetString() == b.GetString()
            : a.ValueSpan.SequenceEqual(b.ValueSpan);

    private static JsonDocument? Parse(byte[] input)
    {
        try
        {
            return JsonDocument.Parse(input, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static RawJson ParseRaw(ReadOnlySpan<byte> input)
    {
        try
        {
            return RawJson.Parse(input);
        }
        catch (WireFormatException)
        {
            return default;
        }
    }
}
