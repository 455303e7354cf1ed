using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>The paths of a command line that could not be read.</summary>
/// <param name="IsClosed">True when a file or folder could not be opened.</param>
/// <param name="IsBroken">True when the command line names a file in which nothing could be read.</param>
internal sealed record UnreadPaths(bool IsClosed, bool IsBroken)
{
    /// <summary>Gets a value indicating whether there are any.</summary>
    public bool IsAny => IsClosed || IsBroken;

    /// <summary>Finds the paths among the problems of files.</summary>
    /// <remarks>Files of folders may be broken: a folder of a chart has texts that nobody can read.</remarks>
    /// <param name="paths">The paths of the command line.</param>
    /// <param name="manifests">The manifests.</param>
    /// <param name="mentions">The other files; null when none were read.</param>
    public static UnreadPaths Find(IEnumerable<string> paths, ManifestSet manifests, ImageMentionSet? mentions)
    {
        var problems = manifests.Problems.Concat(mentions?.Problems ?? []).ToList();
        var broken = problems.Where(problem => IsUnread(problem.Kind)).Select(problem => problem.Place.File).ToHashSet(StringComparer.Ordinal);
        broken.IntersectWith(paths);
        if (broken.Count > 0)
        {
            broken.ExceptWith(manifests.Objects.Select(one => one.File.Name));
            broken.ExceptWith(mentions?.Mentions.Select(one => one.File.Name) ?? []);
        }

        return new UnreadPaths(problems.Exists(problem => problem.Kind == ManifestProblemKind.Unreadable), broken.Count > 0);
    }

    private static bool IsUnread(ManifestProblemKind kind) => kind is ManifestProblemKind.Syntax or ManifestProblemKind.TooLarge;
}
