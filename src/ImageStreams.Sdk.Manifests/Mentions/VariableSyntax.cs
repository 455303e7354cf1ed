namespace ImageStreams.Manifests;

/// <summary>The parts of a variable in a text.</summary>
internal static class VariableSyntax
{
    /// <summary>Finds the end of a name of a variable; its start when there is none.</summary>
    public static int FindNameEnd(string text, int start, int end)
    {
        var at = start;
        while (at < end && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_') && !(at == start && char.IsAsciiDigit(text[at])))
        {
            at++;
        }

        return at;
    }

    /// <summary>Reads what follows a name in braces: the closing brace or an operator; empty for anything else.</summary>
    public static string ReadOperator(string text, int at, int end)
    {
        if (at >= end)
        {
            return "";
        }

        var length = text[at] == ':' ? 2 : 1;
        var word = at + length <= end ? text.Substring(at, length) : "";
        return word is "}" or ":-" or "-" or ":+" or "+" or ":?" or "?" ? word : "";
    }

    /// <summary>Finds the end behind the brace that closes the one before an offset, or the end of the text.</summary>
    public static int FindClose(string text, int start, int end)
    {
        var open = 1;
        for (var at = start; at < end; at++)
        {
            open += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (open == 0)
            {
                return at + 1;
            }
        }

        return end;
    }
}
