namespace ImageStreams.Kubernetes;

/// <summary>The versions that several namespaces have reached, as one text; a namespace that may not be seen has none.</summary>
internal sealed class NamespaceVersions
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, string> _versions = new(StringComparer.Ordinal);

    /// <summary>The namespaces that may be seen, with their versions; a copy.</summary>
    public IReadOnlyList<(string Namespace, string Version)> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _versions.Select(static pair => (pair.Key, pair.Value))];
            }
        }
    }

    /// <summary>Reads the text of some versions.</summary>
    public static NamespaceVersions Parse(string text)
    {
        var versions = new NamespaceVersions();
        foreach (var entry in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var split = entry.IndexOf('=', StringComparison.Ordinal);
            versions._versions[entry[..split]] = entry[(split + 1)..];
        }

        return versions;
    }

    /// <summary>Sets the version of a namespace.</summary>
    /// <returns>The text of all versions.</returns>
    public string Set(string ns, string version)
    {
        lock (_gate)
        {
            _versions[ns] = version;
            return ToString();
        }
    }

    /// <summary>Returns the text, such as <c>shop=7,store=9</c>.</summary>
    public override string ToString()
    {
        lock (_gate)
        {
            return string.Join(',', _versions.Select(static pair => $"{pair.Key}={pair.Value}"));
        }
    }
}
