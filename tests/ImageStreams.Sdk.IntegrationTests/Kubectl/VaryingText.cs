using System.Text.RegularExpressions;

namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>Hides what differs from run to run: UIDs, versions, times, ages, the registry's port and the folder of a test.</summary>
internal static partial class VaryingText
{
    public static string Hide(string text, string registry, string folder)
    {
        text = text.Replace(registry, "registry.example.com", StringComparison.Ordinal).Replace(folder, "~", StringComparison.Ordinal);
        text = Uid().Replace(text, "UID");
        text = Time().Replace(text, "TIME");
        text = Version().Replace(text, "${name}VERSION");
        text = Columns().Replace(Age().Replace(text, "AGE"), line => Gap().Replace(line.Value, "   "));
        return ServerAddress().Replace(DiffFolder().Replace(text, "/tmp/${side}-N"), "https://127.0.0.1:6443");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uid();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")]
    private static partial Regex Time();

    [GeneratedRegex("(?<name>\"?resourceVersion\"?: ?\"?|Resource Version: +|Resource Version:  )[0-9]+")]
    private static partial Regex Version();

    [GeneratedRegex(@"(?:About an? \w+|Less than a second|\d+ \w+) ago|(?<= )\d+[smh](?=\s)")]
    private static partial Regex Age();

    /// <summary>The lines of a table with ages, whose columns are as wide as the ages were.</summary>
    [GeneratedRegex("^.*(?:AGE|UPDATED).*$", RegexOptions.Multiline)]
    private static partial Regex Columns();

    [GeneratedRegex(" {3,}")]
    private static partial Regex Gap();

    [GeneratedRegex("/tmp/(?<side>LIVE|MERGED)-[0-9A-Za-z]+")]
    private static partial Regex DiffFolder();

    [GeneratedRegex(@"https://127\.0\.0\.1:\d+")]
    private static partial Regex ServerAddress();
}
