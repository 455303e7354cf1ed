using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Validates the names of API objects as segments of a URL's path.</summary>
internal static class PathSegmentRules
{
    /// <summary>Finds the problems of a name; a prefix may be one or two dots, as more characters follow.</summary>
    public static ValueList<string> FindProblems(string name, bool isPrefix)
    {
        if (!isPrefix && name is "." or "..")
        {
            return [$"'{name}' has a special meaning in paths and cannot be a name: choose another."];
        }

        ValueList<string> problems = [];
        foreach (var c in "/%")
        {
            if (name.Contains(c, StringComparison.Ordinal))
            {
                problems = problems.Add(
                    $"The name '{NameTexts.Excerpt(name)}' contains '{c}', which is not allowed in names: remove it.");
            }
        }

        return problems;
    }
}
