using System.Text.Json;
using ImageStreams.Serialization;

namespace ImageStreams.Fuzz;

/// <summary>The JSON scanner beside <see cref="Utf8JsonReader"/>: the same tokens, up to the same place.</summary>
internal sealed class TokenizerTarget(byte[][] seeds) : FuzzTarget("json-tokens", seeds, Tokens.Json)
{
    private const int MaxDepth = 64;

    public override void Check(ReadOnlySpan<byte> input)
    {
        var scanner = new JsonScanner(input, MaxDepth);
        var reader = new Utf8JsonReader(input, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (true)
        {
            var ours = Step(ref scanner);
            var theirs = Step(ref reader);
            if (ours is null || theirs is null)
            {
                // One of them may take the number with which a text ends too early, and fail with the next token.
                theirs = theirs is null ? null : Step(ref reader);
                ours = ours is null ? null : Step(ref scanner);
                Expect.That(ours is null && theirs is null, "both readers fail");
                return;
            }

            Expect.Equal(theirs, ours, "both readers go on, or end");
            if (ours is false)
            {
                return;
            }

            Expect.Equal(reader.TokenType, scanner.TokenType, "both readers see the same token");
            Expect.That(SameValue(ref reader, ref scanner), "both readers see the same value");
        }
    }

    private static bool SameValue(ref Utf8JsonReader reader, ref JsonScanner scanner) =>
        reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName or JsonTokenType.Number)
        || (reader.ValueSpan.SequenceEqual(scanner.ValueSpan) && reader.ValueIsEscaped == scanner.ValueIsEscaped);

    private static bool? Step(ref JsonScanner scanner)
    {
        try
        {
            return scanner.Read();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool? Step(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
