namespace ImageStreams.Tests.Documentation;

/// <summary>The repository that contains the tests, and its pages and samples.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The README and the pages under docs and .github, by their path from the root.</summary>
    public static IReadOnlyList<string> Pages { get; } =
        ["README.md", .. List("docs", "*.md"), .. List(".github", "*.md")];

    /// <summary>The files that hold samples.</summary>
    public static IReadOnlyList<string> SampleFiles { get; } =
        List("tests/ImageStreams.Sdk.Tests/Documentation", "*.cs");

    public static string Read(string path) => File.ReadAllText(FullPath(path)).ReplaceLineEndings("\n");

    public static bool Exists(string path) => Path.Exists(FullPath(path));

    private static string FullPath(string path) => Path.Combine(Root, path);

    private static string[] List(string folder, string pattern) =>
    [
        .. Directory.GetFiles(FullPath(folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "ImageStreams.Sdk.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
