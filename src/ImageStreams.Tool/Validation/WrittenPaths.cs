namespace ImageStreams.Tool;

/// <summary>Converts the paths of an API server to those that are written: it leaves out steps of some, and spells others otherwise.
/// </summary>
internal static class WrittenPaths
{
    private const string Triggers = "spec.triggers[";
    private const string NodeSelector = "spec.nodeSelector[";

    private static readonly (string Reported, string Written)[] Endings =
    [
        ("template.labels", "template.metadata.labels"),
        ("template.annotations", "template.metadata.annotations"),
        (".git.httpproxy", ".git.httpProxy"),
        (".git.httpsproxy", ".git.httpsProxy"),
        (".valueFrom.ResourceFieldRef", ".valueFrom.resourceFieldRef"),
    ];

    /// <summary>Converts the path of an error; most stay as they are.</summary>
    public static string FromError(string path)
    {
        foreach (var (reported, written) in Endings)
        {
            if (path.EndsWith(reported, StringComparison.Ordinal))
            {
                return string.Concat(path.AsSpan(0, path.Length - reported.Length), written);
            }
        }

        if (path.StartsWith(NodeSelector, StringComparison.Ordinal) && path.EndsWith(']'))
        {
            return $"{NodeSelector}'{path[NodeSelector.Length..^1]}']";
        }

        return path.StartsWith(Triggers, StringComparison.Ordinal)
            ? path.Replace("].from.", "].imageChange.from.", StringComparison.Ordinal)
            : path;
    }
}
