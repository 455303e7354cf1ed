namespace ImageStreams.Manifests;

/// <summary>A pattern of paths: names with wildcards between slashes, and <c>**</c> for any number of folders.</summary>
internal sealed class GlobPattern
{
    private const string AnyFolders = "**";

    private readonly string[] _steps;

    private GlobPattern(string[] steps) => _steps = steps;

    /// <summary>Creates a pattern of whole paths.</summary>
    public static GlobPattern Create(string pattern) =>
        new(pattern.Split('/', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Creates a pattern of paths that end with it.</summary>
    public static GlobPattern CreateFloating(string pattern) =>
        new([AnyFolders, .. pattern.Split('/', StringSplitOptions.RemoveEmptyEntries)]);

    /// <summary>Determines whether the pattern matches a path.</summary>
    /// <param name="path">The names of the path, from the outermost.</param>
    public bool Matches(ReadOnlySpan<string> path)
    {
        var (step, at, star, resume) = (0, 0, -1, 0);
        while (at < path.Length)
        {
            if (step < _steps.Length && _steps[step] == AnyFolders)
            {
                (star, resume) = (step++, at);
            }
            else if (step < _steps.Length && GlobText.Matches(_steps[step], path[at]))
            {
                (step, at) = (step + 1, at + 1);
            }
            else if (star >= 0)
            {
                (step, at) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return step == _steps.Length || (step == _steps.Length - 1 && _steps[step] == AnyFolders && path.Length > step);
    }
}
