using System.Diagnostics.CodeAnalysis;
using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>A host, the part of a host below a path, or the subdomains of a domain.</summary>
/// <remarks>
/// <para>Written <c>host[:port][/namespace…][/repository]</c> or <c>*.domain</c>, as in <c>registries.conf</c> and in
/// OpenShift's <c>registrySources</c>. Docker Hub's three names are one, <c>docker.io</c>.</para>
/// <para>Immutable; compared by content, hosts ignoring case.</para>
/// </remarks>
public sealed record RegistryScope : IParsable<RegistryScope>
{
    private const string DefaultPort = ":443";
    private const string Wildcard = "*.";

    private RegistryScope(bool isWildcard, string host, string path)
    {
        IsWildcard = isWildcard;
        Host = host;
        Path = path;
    }

    /// <summary>Gets a value indicating whether the scope is all subdomains of <see cref="Host"/>, on any port, and not the
    /// host itself.</summary>
    public bool IsWildcard { get; }

    /// <summary>The host in lower case with its optional port; of a wildcard, the domain.</summary>
    public string Host { get; }

    /// <summary>The path under the host; empty for the whole host.</summary>
    public string Path { get; }

    /// <summary>Parses a scope.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Ignored.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="FormatException">The text is not a scope.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    public static RegistryScope Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, provider, out var scope)
            ? scope
            : throw new FormatException(
                $"'{s}' is neither host[:port][/namespace…][/repository] nor a wildcard such as *.example.com.");
    }

    /// <summary>Parses a scope, or reports that the text is not one.</summary>
    /// <param name="s">The text.</param>
    /// <param name="result">The scope; <see langword="null"/> when the text is not one.</param>
    /// <returns><see langword="true"/> when the text is a scope.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out RegistryScope? result) =>
        TryParse(s, null, out result);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out RegistryScope? result)
    {
        var isWildcard = s?.StartsWith(Wildcard, StringComparison.Ordinal) ?? false;
        var (host, path) = Split(isWildcard ? s![Wildcard.Length..] : s ?? "");
        result = IsScope(isWildcard, host, path) ? new RegistryScope(isWildcard, Canonical(host), path ?? "") : null;
        return result is not null;
    }

    /// <summary>Determines whether a repository lies within the scope.</summary>
    /// <param name="repository">The repository.</param>
    /// <returns><see langword="true"/> when it does.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="repository"/> is null.</exception>
    public bool Contains(RegistryRepository repository)
    {
        ArgumentNullException.ThrowIfNull(repository);

        return ContainsHost(Canonical(repository.Registry)) && FindPathBelow(repository) is not null;
    }

    /// <summary>Returns the scope as it is written.</summary>
    public override string ToString() => (IsWildcard ? Wildcard : "") + Host + (Path.Length == 0 ? "" : $"/{Path}");

    /// <summary>Returns the one name of a host with several names.</summary>
    internal static string Canonical(string registry) => DockerHub.Canonicalize(registry);

    /// <summary>Returns a host without the port of HTTPS.</summary>
    internal static string WithoutDefaultPort(string host) =>
        host.EndsWith(DefaultPort, StringComparison.Ordinal) ? host[..^DefaultPort.Length] : host;

    /// <summary>Returns a host without its port.</summary>
    internal static string WithoutPort(string host) =>
        host.LastIndexOf(':') is var colon and > 0 && host[^1] != ']' ? host[..colon] : host;

    /// <summary>Returns the part of a repository's name below the scope's path; null when the repository lies
    /// elsewhere.</summary>
    internal string? FindPathBelow(RegistryRepository repository) => FindPathBelow(repository.Name);

    /// <summary>Returns the part of a path below the scope's; null when the path leads elsewhere.</summary>
    internal string? FindPathBelow(string path) => path switch
    {
        var name when Path.Length == 0 => name,
        var name when name == Path => "",
        var name when name.StartsWith(Path, StringComparison.Ordinal) && name[Path.Length] == '/' =>
            name[(Path.Length + 1)..],
        _ => null,
    };

    private static (string Host, string? Path) Split(string text) =>
        text.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0
            ? (text[..slash], text[(slash + 1)..])
            : (text, null);

    private static bool IsScope(bool isWildcard, string host, string? path) =>
        RegistryGrammar.IsRegistry(host)
        && (path is null || RegistryGrammar.IsRepositoryName(path))
        && (!isWildcard || (path is null && !host.Contains(':', StringComparison.Ordinal)));

    private bool ContainsHost(string registry) => IsWildcard
        ? WithoutPort(registry).EndsWith("." + Host, StringComparison.Ordinal)
        : registry == Host;
}
