using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>What an image stream may be called.</summary>
/// <remarks>
/// A stream's name is a part of a repository's name, so OpenShift asks for one path component of the old registry
/// grammar: lower-case letters and digits in words, joined by single <c>.</c>, <c>_</c> or <c>-</c>. That is stricter
/// than what references accept (<c>a__b</c> and <c>a--b</c> are no streams) and has no length of its own; with its
/// namespace and a slash a stream has at most 255 characters.
/// </remarks>
public static class StreamNameRules
{
    /// <summary>The most characters of <c>namespace/name</c>: 255.</summary>
    public const int MaxQualifiedLength = ImageReference.MaxNameLength;

    /// <summary>What is wrong with a name.</summary>
    /// <param name="name">The name, without a namespace.</param>
    /// <returns>A sentence for each problem; empty when the name is good.</returns>
    public static ValueList<string> FindProblems(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return FindProblems(name, isPrefix: false);
    }

    /// <summary>What is wrong with a <c>generateName</c>, to which the server appends a few letters.</summary>
    /// <remarks>
    /// OpenShift asks of the prefix what it asks of a name, so that the usual <c>app-</c> is refused for its last dash.
    /// </remarks>
    /// <param name="prefix">The beginning of the name.</param>
    /// <returns>A sentence for each problem; empty when the prefix is good.</returns>
    public static ValueList<string> FindPrefixProblems(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return FindProblems(prefix, isPrefix: true);
    }

    internal static ValueList<string> FindProblems(string name, bool isPrefix) =>
        PathSegmentRules.FindProblems(name, isPrefix) is { IsEmpty: false } problems ? problems
        : IsComponent(name) ? []
        : [$"'{NameTexts.Excerpt(name)}' is no stream's name: use lower-case letters and digits, "
            + "with single '.', '_' or '-' between them."];

    private static bool IsComponent(string name)
    {
        var joins = true; // a name does not begin with a mark
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
