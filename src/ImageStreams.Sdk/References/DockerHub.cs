namespace ImageStreams.References;

/// <summary>The names of Docker Hub, and the defaults of Docker clients.</summary>
internal static class DockerHub
{
    public const string Registry = "docker.io";
    public const string Index = "index.docker.io";
    public const string RegistryV2 = "registry-1.docker.io";
    public const string LibraryNamespace = "library";
    public const string LatestTag = "latest";
    public const string Localhost = "localhost";

    /// <summary>Determines whether a registry is one of Docker Hub's three names; a port makes it another registry.</summary>
    public static bool IsRegistry(ReadOnlySpan<char> registry) => registry is Registry or Index or RegistryV2;

    /// <summary>The key under which <c>docker login</c> stores the credentials of Docker Hub.</summary>
    public const string LoginServer = "https://index.docker.io/v1/";

    /// <summary>Returns <c>docker.io</c> for any of the Hub's names, and other registries in lower case.</summary>
    public static string Canonicalize(string registry)
    {
        var lower = registry.ToLowerInvariant();
        return IsRegistry(lower) ? Registry : lower;
    }
}
