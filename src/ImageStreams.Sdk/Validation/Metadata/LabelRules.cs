using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Validates <c>metadata.labels</c>: qualified names with short values.</summary>
internal static class LabelRules
{
    /// <summary>The maximum length of a value.</summary>
    private const int MaxValueLength = 63;

    /// <summary>Checks keys and values; as in the API server, all errors have the path of the whole field.</summary>
    public static void Check(ValueMap<string> labels, FieldPath path, FieldErrors errors)
    {
        foreach (var (key, value) in labels.AsSpan())
        {
            errors.Invalid(path, key, QualifiedName.FindProblems(key, "label key"));
            errors.Invalid(path, value, FindValueProblems(key, value));
        }
    }

    /// <summary>Determines whether a text can be the value of a label.</summary>
    public static bool IsValue(string value) =>
        value.Length == 0 || (value.Length <= MaxValueLength && QualifiedName.IsWord(value));

    private static ValueList<string> FindValueProblems(string key, string value)
    {
        ValueList<string> problems = NameTexts.CountBytes(value) > MaxValueLength
            ? [$"The value of the label '{NameTexts.Excerpt(key)}' has more than {MaxValueLength} characters: shorten it."]
            : [];
        return value.Length == 0 || QualifiedName.IsWord(value)
            ? problems
            : problems.Add($"The value of the label '{NameTexts.Excerpt(key)}' must be letters and digits, "
                + "with '-', '_' or '.' only between them: use an annotation for other values.");
    }
}
