namespace ImageStreams.Serialization;

/// <summary>Finds the known name that a misspelled one resembles.</summary>
internal static class FieldSpelling
{
    /// <summary>The maximum length of a name that is compared, which bounds the cost.</summary>
    private const int MaxLength = 64;

    /// <summary>The length up to which only one letter may differ.</summary>
    private const int ShortLength = 4;

    /// <summary>Finds the field whose name differs in case alone, or in up to two letters; null for none.</summary>
    public static string? FindSimilar(string name, ApiType type)
    {
        if (name.Length is < 3 or > MaxLength)
        {
            return null;
        }

        var limit = name.Length <= ShortLength ? 1 : 2;
        var letters = name.ToUpperInvariant();
        return type.Fields
            .Select(field => (field.Name, Distance: GetDistance(letters, field.Name.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>Counts the letters to insert, remove, replace or swap with the next one.</summary>
    private static int GetDistance(string left, string right)
    {
        var before = new int[right.Length + 1];
        var last = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                row[j] = AreSwapped(left, i, right, j) ? Math.Min(row[j], before[j - 2] + 1) : row[j];
            }

            (before, last) = (last, row);
        }

        return last[right.Length];
    }

    private static bool AreSwapped(string left, int i, string right, int j) =>
        i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
}
