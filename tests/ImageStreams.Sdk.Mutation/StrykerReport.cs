using System.Globalization;
using System.Text.Json;

namespace ImageStreams.Mutation;

/// <summary>Reads Stryker's report.</summary>
internal static class StrykerReport
{
    private static readonly string[] LeftOut = ["Ignored", "CompileError"];

    /// <summary>Reads the mutants of a room that compile and that no filter leaves out, in the order of their numbers.</summary>
    public static IReadOnlyList<Mutant> Read(string path, string room)
    {
        var folder = $"/src/ImageStreams.Sdk/{room}/";
        using var report = JsonDocument.Parse(File.ReadAllBytes(path));
        var mutants =
            from file in report.RootElement.GetProperty("files").EnumerateObject()
            let at = file.Name.IndexOf(folder, StringComparison.Ordinal)
            where at >= 0
            let source = file.Value.GetProperty("source").GetString()!.Split('\n')
            from mutant in file.Value.GetProperty("mutants").EnumerateArray()
            where !LeftOut.Contains(mutant.GetProperty("status").GetString())
            select Create(file.Name[(at + folder.Length)..], source, mutant);
        return [.. mutants.OrderBy(mutant => mutant.Id)];
    }

    private static Mutant Create(string file, string[] source, JsonElement mutant)
    {
        var start = mutant.GetProperty("location").GetProperty("start");
        var end = mutant.GetProperty("location").GetProperty("end");
        return new Mutant(
            int.Parse(mutant.GetProperty("id").GetString()!, CultureInfo.InvariantCulture),
            file,
            start.GetProperty("line").GetInt32(),
            mutant.GetProperty("mutatorName").GetString()!,
            Cut(source, Read(start), Read(end)),
            mutant.GetProperty("replacement").GetString()!);
    }

    private static (int Line, int Column) Read(JsonElement position) =>
        (position.GetProperty("line").GetInt32() - 1, position.GetProperty("column").GetInt32() - 1);

    private static string Cut(string[] source, (int Line, int Column) start, (int Line, int Column) end) => start.Line == end.Line
        ? source[start.Line][start.Column..end.Column]
        : string.Join('\n', [source[start.Line][start.Column..], .. source[(start.Line + 1)..end.Line], source[end.Line][..end.Column]]);
}
