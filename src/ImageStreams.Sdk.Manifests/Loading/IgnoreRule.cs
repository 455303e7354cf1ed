namespace ImageStreams.Manifests;

/// <summary>One line of an ignore file, in the syntax of <c>.gitignore</c>.</summary>
internal sealed class IgnoreRule
{
    private const int MaxLength = 1024;

    private readonly GlobPattern _pattern;

    private IgnoreRule(GlobPattern pattern) => _pattern = pattern;

    /// <summary>Gets a value indicating whether the rule brings back what earlier rules leave out.</summary>
    public bool IsNegated { get; private init; }

    /// <summary>Gets a value indicating whether the rule is for folders only.</summary>
    public bool IsForFolders { get; private init; }

    /// <summary>Reads a line; null for an empty one and a comment.</summary>
    public static IgnoreRule? Parse(string line)
    {
        var text = line.TrimEnd();
        if (text.Length is 0 or > MaxLength || text[0] == '#')
        {
            return null;
        }

        var isNegated = text[0] == '!';
        text = isNegated ? text[1..] : text;
        var isForFolders = text.EndsWith('/');
        text = text.TrimEnd('/');
        if (text.Length == 0)
        {
            return null;
        }

        var pattern = text.Contains('/', StringComparison.Ordinal) ? GlobPattern.Create(text) : GlobPattern.CreateFloating(text);
        return new IgnoreRule(pattern) { IsNegated = isNegated, IsForFolders = isForFolders };
    }

    /// <summary>Determines whether the rule is for a file or folder.</summary>
    /// <param name="path">The names of its path, from the folder of the rule on.</param>
    /// <param name="isFolder">True for a folder.</param>
    public bool Matches(ReadOnlySpan<string> path, bool isFolder) => (isFolder || !IsForFolders) && _pattern.Matches(path);
}
