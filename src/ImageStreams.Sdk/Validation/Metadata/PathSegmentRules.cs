using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Whether a name can stand in the path of a URL, which every name of an API object must.</summary>
internal static class PathSegmentRules
{
    /// <summary>What is wrong with a name; a prefix may be a dot or two, as more will follow.</summary>
    public static ValueList<string> FindProblems(string name, bool isPrefix)
    {
        if (!isPrefix && name is "." or "..")
        {
            return [$"'{name}' has a meaning of its own in paths and cannot be a name: choose another."];
        }

        ValueList<string> problems = [];
        foreach (var c in "/%")
        {
            if (name.Contains(c, StringComparison.Ordinal))
            {
                problems = problems.Add($"The name '{NameTexts.Excerpt(name)}' contains '{c}', which no name may: remove it.");
            }
        }

        return problems;
    }
}
