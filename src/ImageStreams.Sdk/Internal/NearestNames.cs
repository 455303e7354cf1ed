namespace ImageStreams.Internal;

/// <summary>Finds the known names that are most similar to a name that is not known.</summary>
/// <remarks>
/// Names are compared by the number of characters to insert, remove or replace. Names that differ in more than a quarter of
/// the characters, and in more than two, are not similar. Linear in the number of known names.
/// </remarks>
internal static class NearestNames
{
    /// <summary>The number of names to suggest at most.</summary>
    public const int MaxSuggestions = 3;

    /// <summary>The length up to which names are compared; longer ones are never similar.</summary>
    private const int MaxLength = 512;

    /// <summary>Finds the most similar names, the best first; those of equal similarity in byte order.</summary>
    public static IEnumerable<string> Find(string name, IEnumerable<string> known) =>
        Rank(known.Select(other => (other, Measure(name, other))));

    /// <summary>Selects the best of names with their distances; null is too far.</summary>
    public static IEnumerable<string> Rank(IEnumerable<(string Name, int? Distance)> names) => names
        .Where(one => one.Distance is not null)
        .OrderBy(one => one.Distance)
        .ThenBy(one => one.Name, StringComparer.Ordinal)
        .Select(one => one.Name)
        .Distinct()
        .Take(MaxSuggestions);

    /// <summary>Measures the distance between two names; null when they are not similar.</summary>
    public static int? Measure(string name, string other)
    {
        var bound = Math.Max(2, name.Length / 4);
        if (Math.Max(name.Length, other.Length) > MaxLength || Math.Abs(name.Length - other.Length) > bound)
        {
            return null;
        }

        var distance = CountEdits(name, other, bound);
        return distance <= bound ? distance : null;
    }

    /// <summary>Asks for the suggested names: <c>did you mean a or b?</c>; empty without any.</summary>
    public static string ToQuestion(IReadOnlyCollection<string> names) =>
        names.Count == 0 ? "" : $"did you mean {string.Join(" or ", names.Select(name => PrintableText.Escape(name)))}?";

    /// <summary>Counts the edits with two rows of the table of distances, until all of a row is above the bound.</summary>
    private static int CountEdits(string name, string other, int bound)
    {
        Span<int> above = stackalloc int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++)
        {
            above[column] = column;
        }

        for (var row = 1; row <= name.Length; row++)
        {
            if (FillRow(above, name[row - 1], row, other) > bound)
            {
                return bound + 1;
            }
        }

        return above[other.Length];
    }

    /// <summary>Replaces a row of the table by the next one, and returns the smallest number in it.</summary>
    private static int FillRow(Span<int> row, char character, int first, string other)
    {
        var diagonal = row[0];
        row[0] = first;
        var least = first;
        for (var column = 1; column < row.Length; column++)
        {
            var replaced = diagonal + (character == other[column - 1] ? 0 : 1);
            diagonal = row[column];
            row[column] = Math.Min(replaced, Math.Min(row[column - 1], diagonal) + 1);
            least = Math.Min(least, row[column]);
        }

        return least;
    }
}
