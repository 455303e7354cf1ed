using ImageStreams.Collections;

namespace ImageStreams.Serialization;

/// <summary>Creates the exceptions for JSON that an API type cannot be read from.</summary>
internal static class WireErrors
{
    private const int MaxShownPath = 200;

    /// <summary>The maximum number of fields in a message; the exception has all of them.</summary>
    private const int MaxShownProblems = 10;

    public static WireFormatException Syntax(ReadOnlySpan<byte> text, JsonSyntaxError error)
    {
        var before = text[..error.Offset];
        var sentence = text.IsEmpty
            ? "The text is empty; a JSON value was expected."
            : $"The text is not valid JSON: expected {error.Expected}, found {Found(text, error.Offset)}.";
        return Create(
            WireFailure.Syntax,
            sentence,
            JsonPath.At(text, error.Offset),
            error.Offset,
            before.Count((byte)'\n'),
            before.Length - before.LastIndexOf((byte)'\n') - 1);
    }

    public static WireFormatException TooDeep(ReadOnlySpan<byte> text, long offset, int maxDepth) => Create(
        WireFailure.TooDeep,
        $"Objects and arrays nest deeper than {maxDepth} levels.",
        JsonPath.At(text, offset),
        offset);

    public static WireFormatException TooLarge(int maxBytes) => Create(
        WireFailure.TooLarge,
        $"The text is longer than {maxBytes} bytes: raise {nameof(ImageStreamJsonOptions)}.{nameof(ImageStreamJsonOptions.MaxStreamBytes)} if that is intended.",
        "$",
        maxBytes);

    public static WireFormatException Value(ReadOnlySpan<byte> text, WireIssue issue) => Create(
        issue.Reason,
        $"Expected {issue.Expected}, found {issue.Found}.",
        JsonPath.At(text, issue.Offset),
        issue.Offset);

    public static StrictFieldsException Strict(ValueList<FieldProblem> problems)
    {
        var fields = string.Join(", ", problems.Take(MaxShownProblems).Select(Describe));
        var rest = problems.Count > MaxShownProblems ? $" and {problems.Count - MaxShownProblems} more" : "";
        return new StrictFieldsException($"Strict reading found {fields}{rest}.", problems);
    }

    private static string Describe(FieldProblem problem) => problem.Kind switch
    {
        FieldProblemKind.Duplicate => $"the field {Shorten(problem.Path)} twice",
        _ when problem.Hint is { } hint => $"the unknown field {Shorten(problem.Path)} ({hint})",
        _ => $"the unknown field {Shorten(problem.Path)}",
    };

    private static WireFormatException Create(
        WireFailure reason, string sentence, string path, long offset, long? line = null, long? column = null) =>
        new(reason, $"{sentence} Path: {Shorten(path)}, byte {offset}.", path, offset, line, column);

    /// <summary>Keeps the end of a path that is too long for a message; the exception has all of it.</summary>
    private static string Shorten(string path) => path.Length <= MaxShownPath ? path : $"…{path[^MaxShownPath..]}";

    private static string Found(ReadOnlySpan<byte> text, int offset)
    {
        if (offset >= text.Length)
        {
            return "the end of the text";
        }

        var found = text[offset];
        return found is > (byte)' ' and < 0x7F ? $"'{(char)found}'" : $"the byte 0x{found:X2}";
    }
}
