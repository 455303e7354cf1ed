namespace ImageStreams.AspNetCore;

/// <summary>Checks the names of namespaces: DNS labels (RFC 1123).</summary>
internal static class NamespaceNames
{
    private const int MaxLength = 63;

    private static readonly string[] ReservedNames = ["default", "kube", "kubernetes", "openshift"];
    private static readonly string[] ReservedPrefixes = ["kube-", "kubernetes-", "openshift-"];

    /// <summary>Determines whether a text can be the name of a namespace.</summary>
    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaxLength
        && IsAlphanumeric(name[0])
        && IsAlphanumeric(name[^1])
        && name.All(static character => IsAlphanumeric(character) || character == '-');

    /// <summary>Determines whether a name belongs to the cluster, so that nobody becomes the administrator of it by asking.</summary>
    public static bool IsReserved(string name) =>
        ReservedNames.Contains(name) || Array.Exists(ReservedPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsAlphanumeric(char character) => character is (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
