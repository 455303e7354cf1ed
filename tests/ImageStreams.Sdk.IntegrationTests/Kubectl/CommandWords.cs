using System.Text.RegularExpressions;

namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>Splits a command line into words as a shell does: single quotes keep words together.</summary>
internal static partial class CommandWords
{
    public static IEnumerable<string> Split(string line) =>
        Word().Matches(line).Select(match => match.Value.Replace("'", "", StringComparison.Ordinal));

    [GeneratedRegex("(?:[^ ']|'[^']*')+")]
    private static partial Regex Word();
}
