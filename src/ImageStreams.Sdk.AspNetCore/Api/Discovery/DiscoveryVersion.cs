namespace ImageStreams.AspNetCore;

/// <summary>A version of a group, with its resources by name.</summary>
internal sealed record DiscoveryVersion(string Group, string Version, IReadOnlyList<ResourceDefinition> Resources)
{
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>Splits an <c>apiVersion</c>; the core group is empty.</summary>
    public static (string Group, string Version) Split(string apiVersion)
    {
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? ("", apiVersion) : (apiVersion[..slash], apiVersion[(slash + 1)..]);
    }
}
