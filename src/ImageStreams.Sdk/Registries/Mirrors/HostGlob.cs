using ImageStreams.Validation;

namespace ImageStreams.Registries;

/// <summary>Matches hosts as Kubernetes does in pull secrets: label by label, so that <c>*</c> stands for a part of one
/// label and never for a dot; ports must be equal.</summary>
internal static class HostGlob
{
    public static bool IsPattern(ReadOnlySpan<char> host) => host.IndexOfAny('*', '?') >= 0;

    /// <summary>Matches a pattern with a host, both in lower case.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> host)
    {
        while (true)
        {
            var expected = GetLabel(pattern);
            var label = GetLabel(host);
            if (!Wildcard.IsMatch(label, expected, '*', '?'))
            {
                return false;
            }

            if (expected.Length == pattern.Length || label.Length == host.Length)
            {
                return expected.Length == pattern.Length && label.Length == host.Length;
            }

            if (pattern[expected.Length] != host[label.Length])
            {
                return false;
            }

            pattern = pattern[(expected.Length + 1)..];
            host = host[(label.Length + 1)..];
        }
    }

    /// <summary>Returns the text up to the next dot, or the colon before the port.</summary>
    private static ReadOnlySpan<char> GetLabel(ReadOnlySpan<char> host)
    {
        var end = host.IndexOfAny('.', ':');
        return end < 0 ? host : host[..end];
    }
}
