namespace ImageStreams.References;

/// <summary>What Docker clients assume where a reference says nothing.</summary>
internal static class DockerHub
{
    public const string Registry = "docker.io";
    public const string Index = "index.docker.io";
    public const string RegistryV2 = "registry-1.docker.io";
    public const string LibraryNamespace = "library";
    public const string LatestTag = "latest";
    public const string Localhost = "localhost";

    /// <summary>Whether a registry is one of Docker Hub's three names; a port makes it another registry.</summary>
    public static bool IsRegistry(ReadOnlySpan<char> registry) => registry is Registry or Index or RegistryV2;

    /// <summary>What <c>docker login</c> files the Hub's credentials under.</summary>
    public const string LoginServer = "https://index.docker.io/v1/";

    /// <summary>Returns <c>docker.io</c> for any of the Hub's names, and other registries in lower case.</summary>
    public static string Canonicalize(string registry)
    {
        var lower = registry.ToLowerInvariant();
        return IsRegistry(lower) ? Registry : lower;
    }
}
