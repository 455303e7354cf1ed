namespace ImageStreams.Manifests;

/// <summary>The sentences for the parser's messages.</summary>
internal static class YamlErrorTexts
{
    private static readonly (string Part, string Text)[] Known =
    [
        ("found invalid mapping", "a ': ' stands inside a value, or a line is indented wrongly; put the value in quotes, or indent the line "
            + "like the keys beside it"),
        ("did not find expected key", "a key was expected here; indent the line like the keys beside it, or put the whole value in quotes"),
        ("did not find expected '-' indicator", "an item of the list was expected here; begin the line with '- ', or indent it like "
            + "the rest of its item"),
        ("could not find expected ':'", "a key without a ':' stands here; write ': ' after the key, or put a text of several lines in quotes"),
        ("cannot start any token", "no value begins with this character; put the value in quotes"),
        ("Block sequence entries are not allowed", "a list begins on the line of its key; begin it on the next line"),
        ("Mapping values are not allowed", "a ': ' is not allowed here; put the value in quotes, or indent the line like the keys beside it"),
        (TextSyntaxTexts.KeyIsNoText, TextSyntaxTexts.KeyIsNoText),
        ("found duplicate", "a directive is given twice; remove one"),
        ("ndefined tag handle", "a tag's handle is not defined; remove the tag"),
        ("block scalar", "the lines of a block text are indented unevenly; indent all of them by the same blanks"),
        ("found extra spaces in first line", "the lines of a block text are indented unevenly; indent all of them by the same blanks"),
    ];

    public static string Find(string message)
    {
        foreach (var (part, text) in Known)
        {
            if (message.Contains(part, StringComparison.Ordinal))
            {
                return $"The text is not YAML: {text}.";
            }
        }

        return TextSyntaxTexts.NotYaml;
    }
}
