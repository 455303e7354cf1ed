using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>The key of a credential: a host, a host with the start of a path, or a pattern of hosts.</summary>
/// <remarks>Read as in Kubernetes and Docker: a scheme and the default port are dropped, <c>/v1/</c> and <c>/v2/</c> are not
/// read as paths, and Docker Hub's names are one. <c>https://index.docker.io/v1/</c> is <c>docker.io</c>.</remarks>
internal sealed record CredentialKey
{
    private const int MaxLength = 1024;

    private CredentialKey()
    {
    }

    public required string Host { get; init; }

    /// <summary>The path below the host without slashes at its ends; empty for the whole host.</summary>
    public required string Path { get; init; }

    /// <summary>Gets a value indicating whether the key was written with a scheme, as <c>docker login</c> writes it, which takes
    /// the host alone.</summary>
    public required bool HasScheme { get; init; }

    public bool IsPattern => HostGlob.IsPattern(Host);

    /// <summary>Parses a key; <see langword="null"/> when it cannot be a registry.</summary>
    public static CredentialKey? Parse(string text)
    {
        var rest = WithoutScheme(text);
        var slash = rest.IndexOf('/');
        var host = slash < 0 ? rest : rest[..slash];
        var path = slash < 0 ? default : WithoutVersion(rest[slash..]).Trim('/');
        return text.Length <= MaxLength && IsHost(host)
            ? new CredentialKey
            {
                Host = NormalizeHost(host.ToString()),
                Path = path.ToString(),
                HasScheme = rest.Length < text.Length,
            }
            : null;
    }

    /// <summary>Returns the one spelling of a host: in lower case, without the default port, and one name of Docker
    /// Hub.</summary>
    public static string NormalizeHost(string host) =>
        DockerHub.Canonicalize(RegistryScope.WithoutDefaultPort(host));

    /// <summary>Determines whether the key covers a repository, in whole path components.</summary>
    public bool Matches(string host, string repository) =>
        Covers(Path, repository) && (IsPattern ? HostGlob.Matches(Host, host) : Host == host);

    public override string ToString() => Path.Length == 0 ? Host : $"{Host}/{Path}";

    private static bool Covers(string path, string repository) =>
        path.Length == 0
        || (repository.StartsWith(path, StringComparison.Ordinal)
            && (repository.Length == path.Length || repository[path.Length] == '/'));

    private static ReadOnlySpan<char> WithoutScheme(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return text["https://".Length..];
        }

        return text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? text["http://".Length..] : text;
    }

    private static ReadOnlySpan<char> WithoutVersion(ReadOnlySpan<char> path) =>
        path.StartsWith("/v1/") || path.StartsWith("/v2/") || path is "/v1" or "/v2" ? path[3..] : path;

    private static bool IsHost(ReadOnlySpan<char> host) =>
        RegistryGrammar.IsRegistry(host.ToString().Replace('*', 'x').Replace('?', 'x'));
}
