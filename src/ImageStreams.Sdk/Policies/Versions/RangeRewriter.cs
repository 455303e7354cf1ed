using System.Text;

namespace ImageStreams.Policies;

/// <summary>Writes <c>A - B</c>, with white space on both sides of the hyphen, as <c>&gt;= A, &lt;= B</c>.</summary>
internal static class RangeRewriter
{
    /// <summary>Rewrites all hyphen ranges of a text.</summary>
    public static string Rewrite(string text)
    {
        if (!text.Contains('-', StringComparison.Ordinal))
        {
            return text;
        }

        var rewritten = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length;)
        {
            at = TryRewrite(text, at, rewritten) ?? CopyOne(text, at, rewritten);
        }

        return rewritten.ToString();
    }

    private static int CopyOne(string text, int at, StringBuilder rewritten)
    {
        rewritten.Append(text[at]);
        return at + 1;
    }

    private static int? TryRewrite(string text, int start, StringBuilder rewritten)
    {
        var low = RangeScanner.SkipSpace(text, start);
        var lowEnd = RangeScanner.SkipVersion(text, low);
        var hyphen = RangeScanner.SkipSpace(text, lowEnd);
        if (lowEnd == low || hyphen == lowEnd || hyphen >= text.Length || text[hyphen] != '-')
        {
            return null;
        }

        var high = RangeScanner.SkipSpace(text, hyphen + 1);
        var highEnd = RangeScanner.SkipVersion(text, high);
        if (high == hyphen + 1 || highEnd == high)
        {
            return null;
        }

        rewritten.Append(">= ").Append(text, low, lowEnd - low).Append(", <= ").Append(text, high, highEnd - high).Append(' ');
        return RangeScanner.SkipSpace(text, highEnd);
    }
}
