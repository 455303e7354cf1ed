using System.Globalization;

namespace ImageStreams.Mutation;

/// <summary>Writes the score of a room, and the mutants that no test fails on.</summary>
internal static class ResultWriter
{
    /// <summary>Writes the score to the output, and both to the list of survivors.</summary>
    public static void Write(RoomFolder folder, IReadOnlyList<MutantResult> results, TextWriter output)
    {
        var survivors = results.Where(result => result.Outcome is Outcome.Survived or Outcome.NotCovered).ToList();
        var score = Score(results.Count - survivors.Count, results);
        File.WriteAllLines(folder.Survivors, [score, "", .. survivors.Select(Describe)]);
        output.WriteLine(score);
        output.WriteLine("Survivors: " + folder.Survivors);
    }

    private static string Score(int found, IReadOnlyList<MutantResult> results)
    {
        var counts = results.CountBy(result => result.Outcome).OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value}");
        var share = 100.0 * found / Math.Max(1, results.Count);
        return string.Create(CultureInfo.InvariantCulture, $"{share:0.0} % ({found} of {results.Count}): {string.Join(", ", counts)}");
    }

    private static string Describe(MutantResult result)
    {
        var (mutant, outcome, _) = result;
        return $"* {mutant.Id} `{mutant.File}:{mutant.Line}` {outcome}, {mutant.Kind}: `{OneLine(mutant.Original)}` to `{OneLine(mutant.Replacement)}`";
    }

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 160 ? line : line[..160] + "…";
    }
}
