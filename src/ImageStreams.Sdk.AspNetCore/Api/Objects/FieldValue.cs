namespace ImageStreams.AspNetCore;

/// <summary>A field with a value, in a table of types.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Json">The value.</param>
internal readonly record struct FieldValue(string Name, string Json)
{
    /// <summary>Reads a table: a line for each type, its name and then <c>field=json</c>, without spaces in the JSON.</summary>
    public static IReadOnlyDictionary<string, FieldValue[]> ParseTable(string table) => table
        .Split('\n')
        .Select(line => line.Split(' '))
        .ToDictionary(words => words[0], words => words.Skip(1).Select(Parse).ToArray(), StringComparer.Ordinal);

    private static FieldValue Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return new FieldValue(text[..equals], text[(equals + 1)..]);
    }
}
