using System.Text.Json;

namespace ImageStreams.Serialization;

/// <summary>JSON as text: is it valid, and how does it look without white space.</summary>
internal static class JsonSyntax
{
    /// <summary>Goes through a whole text that must be one JSON value.</summary>
    /// <exception cref="WireFormatException">It is not, or it nests too deep.</exception>
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

    /// <summary>Says why a scanner gave a text up.</summary>
    public static JsonException Explain(ReadOnlySpan<byte> text, JsonSyntaxError? fault, int maxDepth, JsonException thrown) =>
        fault switch
        {
            null => thrown,
            { Expected: JsonSyntaxError.TooDeep } tooDeep => WireFormatException.TooDeep(text, tooDeep.Offset, maxDepth),
            { } broken => WireFormatException.Syntax(text, broken),
        };

    /// <summary>A copy of a valid JSON text without the white space between its tokens.</summary>
    public static byte[] Compact(ReadOnlySpan<byte> valid)
    {
        if (valid.IndexOfAny(" \t\r\n"u8) < 0)
        {
            return valid.ToArray();
        }

        var compact = new byte[valid.Length];
        var length = 0;
        for (var at = 0; at < valid.Length;)
        {
            var run = valid[at] == '"' ? GetTextLength(valid[at..]) : GetTokensLength(valid[at..]);
            valid.Slice(at, run).CopyTo(compact.AsSpan(length));
            length += run;
            at += run;
            at += valid.Length - at - valid[at..].TrimStart(" \t\r\n"u8).Length;
        }

        return compact[..length];
    }

    /// <summary>The length of a quoted text, quotes included.</summary>
    private static int GetTextLength(ReadOnlySpan<byte> text)
    {
        var at = 1;
        while (text[at] != '"')
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return at + 1;
    }

    private static int GetTokensLength(ReadOnlySpan<byte> text) =>
        text.IndexOfAny(" \t\r\n\""u8) is var end and >= 0 ? end : text.Length;
}
