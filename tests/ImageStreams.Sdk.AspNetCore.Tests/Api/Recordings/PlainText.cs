using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Compares bodies that are not JSON: YAML, line by line without identities and times, and other text.</summary>
internal static partial class PlainText
{
    /// <summary>The body as text, whether it is JSON or not.</summary>
    public static string Read(JsonNode? body) => body is JsonValue value && value.TryGetValue(out string? text) ? text : body?.ToJsonString() ?? "";

    /// <summary>The lines that only one of them has.</summary>
    public static IReadOnlyList<string> Compare(string recorded, string ours)
    {
        var (theirs, our) = (Lines(recorded), Lines(ours));
        return
        [
            .. theirs.Except(our).Take(3).Select(line => $"$: recorded {line}, ours nothing"),
            .. our.Except(theirs).Take(3).Select(line => $"$: recorded nothing, ours {line}"),
        ];
    }

    private static List<string> Lines(string text) =>
        [.. text.Trim().Split('\n').Select(line => Varying().Replace(line.TrimEnd(), "$1 …"))];

    [GeneratedRegex("((?:uid|resourceVersion|creationTimestamp|time|created|lastTransitionTime|Created):).*")]
    private static partial Regex Varying();
}
