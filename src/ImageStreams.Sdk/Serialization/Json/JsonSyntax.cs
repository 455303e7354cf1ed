using System.Text.Json;

namespace ImageStreams.Serialization;

/// <summary>Validates JSON text, and removes its white space.</summary>
internal static class JsonSyntax
{
    /// <summary>Requires that a text is one JSON value.</summary>
    /// <exception cref="WireFormatException">The text is not JSON, or is nested too deeply.</exception>
    public static void Require(ReadOnlySpan<byte> text, int maxDepth)
    {
        var scanner = new JsonScanner(text, maxDepth);
        try
        {
            while (scanner.Read())
            {
            }
        }
        catch (JsonException e)
        {
            throw Explain(text, scanner.Error, maxDepth, e);
        }
    }

    /// <summary>Creates the exception for the error at which a scanner stopped.</summary>
    public static JsonException Explain(ReadOnlySpan<byte> text, JsonSyntaxError? error, int maxDepth, JsonException thrown) =>
        error switch
        {
            null => thrown,
            { Expected: JsonSyntaxError.TooDeep } tooDeep => WireErrors.TooDeep(text, tooDeep.Offset, maxDepth),
            { } invalid => WireErrors.Syntax(text, invalid),
        };

    /// <summary>Copies valid JSON text without the white space between its tokens.</summary>
    public static byte[] Compact(ReadOnlySpan<byte> valid)
    {
        if (valid.IndexOfAny(" \t\r\n"u8) < 0)
        {
            return valid.ToArray();
        }

        var compact = new byte[valid.Length];
        var length = 0;
        var at = 0;
        while (at < valid.Length)
        {
            var run = valid[at] == '"' ? GetTextLength(valid[at..]) : GetTokensLength(valid[at..]);
            valid.Slice(at, run).CopyTo(compact.AsSpan(length));
            length += run;
            at += run;
            at += valid.Length - at - valid[at..].TrimStart(" \t\r\n"u8).Length;
        }

        return compact[..length];
    }

    /// <summary>Returns the length of a quoted string, quotes included.</summary>
    private static int GetTextLength(ReadOnlySpan<byte> text)
    {
        var at = 1;
        while (text[at] != '"')
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return at + 1;
    }

    private static int GetTokensLength(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny(" \t\r\n\""u8);
        return end < 0 ? text.Length : end;
    }
}
