using ImageStreams.Validation;

namespace ImageStreams.Registries;

/// <summary>Matches hosts as Kubernetes does in pull secrets: label by label, so that <c>*</c> stands for a part of one
/// label and never for a dot; ports must be the same.</summary>
internal static class HostGlob
{
    public static bool IsPattern(ReadOnlySpan<char> host) => host.IndexOfAny('*', '?') >= 0;

    /// <summary>Whether a pattern and a host, both in lower case, are one label for one label the same.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> host)
    {
        while (true)
        {
            var wanted = GetLabel(pattern);
            var label = GetLabel(host);
            if (!Wildcard.IsMatch(label, wanted, '*', '?'))
            {
                return false;
            }

            if (wanted.Length == pattern.Length || label.Length == host.Length)
            {
                return wanted.Length == pattern.Length && label.Length == host.Length;
            }

            if (pattern[wanted.Length] != host[label.Length])
            {
                return false;
            }

            pattern = pattern[(wanted.Length + 1)..];
            host = host[(label.Length + 1)..];
        }
    }

    /// <summary>Up to the next dot, or the colon before the port.</summary>
    private static ReadOnlySpan<char> GetLabel(ReadOnlySpan<char> host)
    {
        var end = host.IndexOfAny('.', ':');
        return end < 0 ? host : host[..end];
    }
}
