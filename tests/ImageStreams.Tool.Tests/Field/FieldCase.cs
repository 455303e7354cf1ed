namespace ImageStreams.Tests.Tool;

/// <summary>Manifests as people write them, with what a command must say of them.</summary>
/// <remarks>A comment <c># ! error IST1002</c> at the end of a line is an expected finding on that line; the rest must be notes at
/// most.</remarks>
internal sealed record FieldCase
{
    private const string Mark = "# ! ";

    /// <summary>The name of the case.</summary>
    public required string Name { get; init; }

    /// <summary>The YAML.</summary>
    public required string Yaml { get; init; }

    /// <summary>Expected findings on lines that cannot have a comment: the texts of their lines.</summary>
    public (string Line, string Finding)[] OnLines { get; init; } = [];

    /// <summary>The expected findings: <c>12 error IST1002</c>.</summary>
    public IEnumerable<string> Expected => Lines
        .SelectMany((line, index) => FindMarks(line).Select(finding => $"{index + 1} {finding}"))
        .Order(StringComparer.Ordinal);

    private string[] Lines => Yaml.Split('\n');

    private IEnumerable<string> FindMarks(string line)
    {
        var at = line.IndexOf(Mark, StringComparison.Ordinal);
        var marked = at < 0 ? [] : line[(at + Mark.Length)..].Split(", ");
        return marked.Concat(OnLines.Where(one => line.Trim() == one.Line).Select(one => one.Finding));
    }
}
