using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>Validates the names of image streams.</summary>
/// <remarks>
/// A stream's name is part of a repository's name, so OpenShift requires one path component of the old registry grammar:
/// words of lower-case letters and digits, joined by single <c>.</c>, <c>_</c> or <c>-</c>. This is stricter than for
/// references (<c>a__b</c> and <c>a--b</c> are not names of streams) and has no length limit of its own; namespace, slash and
/// name together have at most 255 characters.
/// </remarks>
internal static class StreamNameRules
{
    /// <summary>The maximum length of <c>namespace/name</c>: 255 characters.</summary>
    public const int MaxQualifiedLength = ImageReference.MaxNameLength;

    /// <summary>Finds the problems of a name, or of a <c>generateName</c>.</summary>
    /// <remarks>OpenShift has the same rules for both, so the common prefix <c>app-</c> is invalid because of its dash.</remarks>
    public static ValueList<string> FindProblems(string name, bool isPrefix)
    {
        var problems = PathSegmentRules.FindProblems(name, isPrefix);
        if (!problems.IsEmpty)
        {
            return problems;
        }

        return IsComponent(name)
            ? []
            : [$"'{NameTexts.Excerpt(name)}' is not a valid name of a stream: use lower-case letters and digits, "
                + "with single '.', '_' or '-' between them."];
    }

    private static bool IsComponent(string name)
    {
        var joins = true; // a name does not start with a separator
        foreach (var c in name)
        {
            var isWord = char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
            if (!isWord && (joins || c is not ('.' or '_' or '-')))
            {
                return false;
            }

            joins = !isWord;
        }

        return !joins;
    }
}
