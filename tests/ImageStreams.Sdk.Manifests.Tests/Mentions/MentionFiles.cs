using System.Globalization;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Mentions;

/// <summary>Files that name images, and the names that are to be found in them.</summary>
internal static class MentionFiles
{
    public static string Folder { get; } = Path.Combine(TestProject.Folder, "Mentions", "Files");

    private static string Index { get; } = Path.Join(TestProject.Folder, "Mentions", "mentions.tsv");

    /// <summary>The lines of the index: file, place, text, image, and <c>edit</c> or the reason why it cannot be edited; or a problem.</summary>
    public static string[] ReadIndex() => File.ReadAllLines(Index);

    public static async Task RenewIndexAsync()
    {
        var lines = new List<string>();
        foreach (var file in FindAll())
        {
            lines.AddRange(Describe(file, await LoadAsync(file)));
        }

        await File.WriteAllLinesAsync(Index, lines);
    }

    /// <summary>All files that have a format, in the order of their names.</summary>
    public static string[] FindAll() => [.. Directory
        .EnumerateFiles(Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        .Where(path => ImageMentionSet.FindFormat(path) is not null)
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    public static Task<ImageMentionSet> LoadAsync(string file) => ImageMentionSet.LoadAsync([Path.Join(Folder, file)]);

    /// <summary>Describes what was found as the index does.</summary>
    public static IEnumerable<string> Describe(string file, ImageMentionSet set)
    {
        var mentions = set.Mentions.Select(mention => string.Create(
            CultureInfo.InvariantCulture,
            $"{file}\t{mention.Place.Line}:{mention.Place.Column}\t{mention.Path}\t{Show(mention.Text)}\t{mention.Image}\t{mention.Obstacle ?? "edit"}"));
        var problems = set.Problems.Select(problem => string.Create(
            CultureInfo.InvariantCulture, $"{file}\t{problem.Place.Line}:{problem.Place.Column}\t{problem.Kind}"));
        return mentions.Concat(problems);
    }

    private static string Show(string text) => text
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
