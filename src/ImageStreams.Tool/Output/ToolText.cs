using System.Globalization;

namespace ImageStreams.Tool;

/// <summary>Formats numbers and lists for sentences.</summary>
internal static class ToolText
{
    /// <summary>Formats a count with its noun: <c>1 build</c>, <c>2 builds</c>.</summary>
    public static string Count(long count, string noun, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? noun : plural ?? $"{noun}s")}");

    /// <summary>Converts an enum's name to the words of JSON: <c>CutOffByPause</c> to <c>cutOffByPause</c>.</summary>
    public static string ToCamelCase(string name) => $"{char.ToLowerInvariant(name[0])}{name[1..]}";
}
