namespace ImageStreams.Manifests;

/// <summary>The sentences about texts that are not JSON.</summary>
internal static class JsonSyntaxTexts
{
    public const string MissingComma = "The text is not JSON: a comma is missing between this value and the one before; write ','.";

    public const string TrailingComma = "The text is not JSON: a comma stands after the last value; remove it.";

    public const string KeyWithoutQuotes = "The text is not JSON: a key in double quotes was expected here; put the key in double quotes.";

    public const string MissingColon = "The text is not JSON: ':' was expected after the key; write it.";

    public const string Comment = "The text is not JSON: it has a comment, which JSON does not know; remove it, or write YAML.";

    public const string UnclosedQuote = "The text is not JSON: the quote that is opened here is not closed on its line; close it.";

    public const string ControlCharacter =
        "The text is not JSON: a control character stands in a string; write it as an escape, such as '\\t' for a tab.";

    public const string UnknownEscape = "The text is not JSON: the escape is unknown; write '\\\\' for a backslash.";

    public static string Unclosed(char close) => $"The text is not JSON: it ends before a '{close}'; write it.";

    /// <summary>Explains why a text is no value.</summary>
    public static string Explain(string text, int at, ReadOnlySpan<char> word)
    {
        if (at >= text.Length)
        {
            return "The text is not JSON: it ends where a value was expected; write one, or 'null'.";
        }

        return text[at] switch
        {
            '\'' => "The text is not JSON: strings stand in double quotes; write '\"' instead of \"'\".",
            ',' => "The text is not JSON: a value is missing before the comma; write one, or remove the comma.",
            '}' or ']' => "The text is not JSON: a bracket is closed that is not open here; remove it, or write a value before it.",
            >= '0' and <= '9' or '-' or '+' or '.' => "The text is not JSON: the number is not written as JSON writes numbers; put it in "
                + "double quotes when it is meant as text.",
            _ when word is "True" or "False" or "None" or "NaN" or "Infinity" =>
                "The text is not JSON: the words of JSON are 'true', 'false' and 'null', in lower case.",
            _ => "The text is not JSON: a value was expected here; put texts in double quotes.",
        };
    }
}
