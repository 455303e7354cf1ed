using ImageStreams.Registries;

namespace ImageStreams.Testing.Protocol;

/// <summary>A repository on one host, or on every host when the host is empty.</summary>
internal readonly record struct RepositoryName(string Host, string Path)
{
    private const string DockerHubApi = "registry-1.docker.io";
    private const string OfficialImages = "library/";
    private const int MaxTagLength = 128;

    /// <summary>
    /// The short name, for every host, of a Docker Hub repository of one segment: <c>python</c> for
    /// <c>library/python</c>; null for any other repository.
    /// </summary>
    public RepositoryName? ShortName =>
        Host == DockerHubApi && Path.StartsWith(OfficialImages, StringComparison.Ordinal)
            ? new RepositoryName("", Path[OfficialImages.Length..])
            : null;

    /// <summary>Splits <c>[host/]path[:tag]</c>; a first segment with a dot, a colon or the name localhost is a
    /// host.</summary>
    /// <exception cref="ArgumentException">No registry takes the name or the tag.</exception>
    public static (RepositoryName Name, string Tag) Parse(string text)
    {
        var (name, tag) = Split(text);
        _ = new RegistryRepository { Registry = name.Host.Length > 0 ? name.Host : "localhost", Name = name.Path };   // validates
        return IsTag(tag) || (tag.Length == 0 && !text.EndsWith(':'))
            ? (name, tag)
            : throw new ArgumentException(
                $"'{tag}' is not a tag: up to {MaxTagLength} letters, digits, '_', '.' and '-', not beginning with '.' or '-'.",
                nameof(text));
    }

    private static (RepositoryName Name, string Tag) Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? "" : text[..slash].ToLowerInvariant();
        var hasHost = first.AsSpan().ContainsAny('.', ':') || first == "localhost";
        var path = hasHost ? text[(slash + 1)..] : text;
        var colon = path.LastIndexOf(':');
        return colon < 0
            ? (Create(hasHost ? first : "", path), "")
            : (Create(hasHost ? first : "", path[..colon]), path[(colon + 1)..]);
    }

    /// <summary>Creates a name. Docker Hub's three hosts are one, and names without a namespace are in <c>library</c>.</summary>
    public static RepositoryName Create(string host, string path)
    {
        if (host is not ("docker.io" or "index.docker.io" or DockerHubApi))
        {
            return new RepositoryName(host, path);
        }

        return new RepositoryName(DockerHubApi, path.Contains('/', StringComparison.Ordinal) ? path : OfficialImages + path);
    }

    private static bool IsTag(string tag) =>
        tag.Length is > 0 and <= MaxTagLength
        && tag[0] is not ('.' or '-')
        && tag.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-');
}
