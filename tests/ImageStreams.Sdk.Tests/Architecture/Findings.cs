namespace ImageStreams.Tests.Architecture;

/// <summary>The positions where the sources break a rule, one line for each.</summary>
internal static class Findings
{
    private const int MaxLines = 100;

    /// <summary>Fails with the findings, the first hundred of them in full.</summary>
    public static void AssertNone(IEnumerable<string> findings)
    {
        var lines = findings.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, $"{lines.Count} found:\n{string.Join('\n', lines.Take(MaxLines))}");
    }
}
