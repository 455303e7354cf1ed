using ImageStreams.Collections;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Loads manifests, and the files beside them that name images, too.</summary>
internal static class MentionLoading
{
    /// <summary>Loads both, and writes their problems to the standard error.</summary>
    public static async Task<(LoadedInput Input, ImageMentionSet Mentions)> LoadAsync(
        InputSettings settings, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var mentions = await ImageMentionSet.LoadAsync(settings.Paths, cancellationToken: cancellationToken).ConfigureAwait(false);
        var others = settings.Paths.Where(IsNoManifest).ToValueList();
        var manifests = settings with { Paths = [.. settings.Paths.Except(others)], OtherPaths = others };
        var input = await LoadedInput.LoadWithProblemsAsync(manifests, environment, cancellationToken, mentions).ConfigureAwait(false);
        return (input, mentions);
    }

    /// <summary>Finds the problems of manifests and other files; a glob may match files that are no manifests, which have only their own.
    /// </summary>
    public static IEnumerable<ManifestProblem> FindProblems(ManifestSet manifests, ImageMentionSet? mentions)
    {
        var others = (mentions?.Files ?? []).Select(file => file.Name).Where(name => !HasYamlName(name)).ToHashSet(StringComparer.Ordinal);
        return manifests.Problems.Where(problem => !others.Contains(problem.Place.File)).Union(mentions?.Problems ?? []);
    }

    /// <summary>Determines whether a path names a file that cannot be a manifest, such as a Dockerfile.</summary>
    private static bool IsNoManifest(string path) =>
        !HasYamlName(path) && File.Exists(path) && ImageMentionSet.FindFormat(path) is not null;

    private static bool HasYamlName(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
