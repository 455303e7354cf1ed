using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ImageStreams.Tests.Architecture;

/// <summary>The sources below <c>src</c>, parsed once for all tests.</summary>
internal static class SourceTree
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview, DocumentationMode.Parse);
    private static readonly Lazy<SyntaxTree[]> LazyFiles = new(Parse);

    /// <summary>The folder of the packages' sources.</summary>
    public static string Folder { get; } = Path.Combine(FindRoot(AppContext.BaseDirectory), "src");

    /// <summary>All files, except for the build's own.</summary>
    public static IReadOnlyList<SyntaxTree> Files => LazyFiles.Value;

    /// <summary>Formats a position in a file as a compiler does: <c>ImageStreams.Sdk/Graphs/TagGraph.cs(12)</c>.</summary>
    public static string Describe(SyntaxNode node)
    {
        var line = node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1;
        return $"{Path.GetRelativePath(Folder, node.SyntaxTree.FilePath).Replace('\\', '/')}({line})";
    }

    /// <summary>Finds the nodes of a kind in all files.</summary>
    public static IEnumerable<T> Find<T>()
        where T : SyntaxNode =>
        Files.SelectMany(file => file.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<T>());

    private static SyntaxTree[] Parse() => [.. Directory
        .GetFiles(Folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !IsBuildOutput(file))
        .Order(StringComparer.Ordinal)
        .AsParallel().AsOrdered()
        .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), ParseOptions, file))];

    private static bool IsBuildOutput(string file) =>
        Path.GetRelativePath(Folder, file).Split(Path.DirectorySeparatorChar)[1] is "bin" or "obj";

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "ImageStreams.Sdk.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
