using ImageStreams.Serialization;

namespace ImageStreams.Patching;

/// <summary>Describes texts that are not JSON as Go's decoder does.</summary>
internal static class GoSyntaxTexts
{
    /// <summary>Describes the place at which a text is not JSON.</summary>
    public static string Describe(ReadOnlySpan<byte> text, JsonSyntaxError error)
    {
        if (error.Expected == JsonSyntaxError.TooDeep)
        {
            return $"the text nests deeper than {DocumentReader.MaxDepth} levels";
        }

        return error.Offset >= text.Length
            ? "unexpected end of JSON input"
            : $"invalid character {Quote(text[error.Offset])} {DescribePlace(text, error)}";
    }

    private static string DescribePlace(ReadOnlySpan<byte> text, JsonSyntaxError error) => error.Expected switch
    {
        "a value" => "looking for beginning of value",
        "a name in quotes" => "looking for beginning of object key string",
        "the end of the text" => "after top-level value",
        "':'" => "after object key",
        "',' or '}'" => "after object key:value pair",
        "',' or ']'" => "after array element",
        "'true'" => DescribeLiteral(text, error.Offset, "true"),
        "'false'" => DescribeLiteral(text, error.Offset, "false"),
        "'null'" => DescribeLiteral(text, error.Offset, "null"),
        "a digit" => "in numeric literal",
        "a hexadecimal digit" => "in \\u hexadecimal character escape",
        "a closing quote or an escape" => "in string literal",
        _ => "in string escape code",
    };

    private static string DescribeLiteral(ReadOnlySpan<byte> text, int offset, string literal)
    {
        var known = literal.Length - 1;
        while (known > 1 && (offset < known || !IsAt(text.Slice(offset - known, known), literal)))
        {
            known--;
        }

        return $"in literal {literal} (expecting '{literal[known]}')";
    }

    private static bool IsAt(ReadOnlySpan<byte> part, string literal)
    {
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != literal[i])
            {
                return false;
            }
        }

        return true;
    }

    private static string Quote(byte character) => character switch
    {
        (byte)'\'' => "'\\''",
        >= (byte)' ' and < 0x7F => $"'{(char)character}'",
        (byte)'\n' => "'\\n'",
        (byte)'\r' => "'\\r'",
        (byte)'\t' => "'\\t'",
        _ => $"'\\x{character:x2}'",
    };
}
