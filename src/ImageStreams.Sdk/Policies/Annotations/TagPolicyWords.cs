namespace ImageStreams.Policies;

/// <summary>The words of a policy's JSON, in the order of their enumerations.</summary>
internal static class TagPolicyWords
{
    /// <summary>The words of <see cref="TagPolicyDialect"/>.</summary>
    public static string[] Dialect { get; } = ["standard", "flux", "keel", "argocd"];

    /// <summary>The words of <see cref="TagPolicyOrder"/>.</summary>
    public static string[] Order { get; } = ["semver", "numeric", "alphabetical", "created", "digest"];

    /// <summary>The words of <see cref="TagPolicyPick"/>.</summary>
    public static string[] Pick { get; } = ["highest", "lowest"];

    /// <summary>The words of <see cref="TagPolicyPreRelease"/>.</summary>
    public static string[] PreRelease { get; } = ["range", "include", "exclude", "same"];

    /// <summary>The words of <see cref="TagPolicyStep"/>.</summary>
    public static string[] Step { get; } = ["any", "major", "minor", "patch"];

    /// <summary>The words of <see cref="TagPolicyBadValue"/>.</summary>
    public static string[] BadValue { get; } = ["skip", "fail", "last"];

    /// <summary>The words of <see cref="TagPolicy.AllowsDowngrade"/>.</summary>
    public static string[] Downgrade { get; } = ["never", "allow"];
}
