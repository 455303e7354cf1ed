using System.Text.RegularExpressions;

namespace ImageStreams.Quickstart;

/// <summary>Shortens digests so that people can compare them at a glance.</summary>
internal static partial class Digests
{
    /// <summary>The first 12 digits of the digest in a text; the text itself if it has none.</summary>
    public static string Short(string text) =>
        Digest().Match(text) is { Success: true } match ? match.Groups[1].Value : text;

    /// <summary>The text with each digest cut to its first 12 digits.</summary>
    public static string Shorten(string text) => Digest().Replace(text, "sha256:$1");

    /// <summary>The text with each pull spec cut to its name and digest: <c>python@a41fa28b86fa</c>.</summary>
    public static string ShortenPullSpecs(string text) => PullSpec().Replace(text, "$1@$2");

    [GeneratedRegex("sha256:([0-9a-f]{12})[0-9a-f]{52}")]
    private static partial Regex Digest();

    [GeneratedRegex(@"\S+/(\w+)@sha256:([0-9a-f]{12})[0-9a-f]{52}")]
    private static partial Regex PullSpec();
}
