namespace ImageStreams.Tests.Documentation;

/// <summary>Code of a test that a page shows: what stands between <c>// sample: NAME</c> and <c>// end</c>.</summary>
/// <remarks>Parts of one name make one sample, with an empty line between them.</remarks>
internal sealed record Sample(string Name, string Text)
{
    private const string Begin = "// sample: ";
    private const string End = "// end";

    /// <summary>The samples of a file.</summary>
    public static IEnumerable<Sample> In(string file) =>
        from part in Parts(Repository.Read(file).Split('\n'))
        group part.Text by part.Name into parts
        select new Sample(parts.Key, string.Join("\n\n", parts));

    private static IEnumerable<(string Name, string Text)> Parts(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimStart().StartsWith(Begin, StringComparison.Ordinal))
            {
                var end = Array.FindIndex(lines, i, line => line.Trim() == End);
                var indent = lines[i].IndexOf(Begin, StringComparison.Ordinal);
                yield return (lines[i].Trim()[Begin.Length..], Dedent(lines[(i + 1)..end], indent));
                i = end;
            }
        }
    }

    private static string Dedent(string[] lines, int indent) =>
        string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indent..]));
}
