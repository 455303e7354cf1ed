using System.IO.Compression;
using System.Text.Json;

namespace ImageStreams.Conformance;

/// <summary>One file of cases: <c>SUITE.jsonl</c> or <c>SUITE.jsonl.gz</c>, a JSON object per line.</summary>
public sealed record CaseFile(string Suite, string Path)
{
    /// <summary>The case files of a folder, by suite name.</summary>
    public static IEnumerable<CaseFile> InFolder(string folder) =>
        from path in Directory.EnumerateFiles(folder)
        let suite = FindSuite(System.IO.Path.GetFileName(path))
        where suite is not null
        orderby suite
        select new CaseFile(suite, path);

    /// <summary>The cases, in the order of the file.</summary>
    public IEnumerable<ConformanceCase> Read()
    {
        using var file = File.OpenRead(Path);
        using Stream stream = Path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 512 });
                yield return ConformanceCase.From(document.RootElement.Clone());
            }
        }
    }

    private static string? FindSuite(string fileName) =>
        fileName.EndsWith(".jsonl", StringComparison.Ordinal) ? fileName[..^".jsonl".Length]
        : fileName.EndsWith(".jsonl.gz", StringComparison.Ordinal) ? fileName[..^".jsonl.gz".Length]
        : null;
}
