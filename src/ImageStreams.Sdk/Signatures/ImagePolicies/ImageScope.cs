using System.Diagnostics.CodeAnalysis;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Signatures;

/// <summary>A scope of a policy: a registry, a namespace, a repository, a tag or digest of one, or the subdomains of a domain.</summary>
internal sealed record ImageScope
{
    private const int MaxLength = 512;

    /// <summary>The registry with its path, or the wildcard.</summary>
    public required RegistryScope Place { get; init; }

    /// <summary>The tag; empty for none.</summary>
    public string Tag { get; init; } = "";

    /// <summary>The digest; null for none.</summary>
    public Digest? Digest { get; init; }

    /// <summary>The text by which images find the scope.</summary>
    public string Text => Place + (Tag.Length == 0 ? "" : $":{Tag}") + (Digest is null ? "" : $"@{Digest}");

    /// <summary>Reads a scope; false when the text is not one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ImageScope? scope)
    {
        var (rest, digest) = Cut(text, '@', text.IndexOf('@', StringComparison.Ordinal));
        var (place, tag) = Cut(rest, ':', FindTag(rest));
        scope = null;
        if (text.Length > MaxLength || !RegistryScope.TryParse(place, out var parsed) || !IsNameOfOne(parsed, tag, digest))
        {
            return false;
        }

        scope = new ImageScope { Place = parsed, Tag = tag ?? "", Digest = digest is null ? null : Digest.Parse(digest) };
        return true;
    }

    /// <summary>Determines whether every image of this scope is in another one as well.</summary>
    public bool IsWithin(ImageScope other) => other.Place.IsWildcard
        ? IsBelowDomain(other.Place.Host)
        : IsBelowPath(other.Place) && IsSameOrFiner(other);

    /// <summary>Returns the texts of the scopes that an image is in, the most specific first.</summary>
    public static IEnumerable<string> FindAround(ImageName image)
    {
        if (!image.IsRepositoryOnly)
        {
            yield return image.ToString();
        }

        for (var end = image.Repository.Length; end >= 0; end = image.Repository.LastIndexOf('/', end - 1))
        {
            yield return image.Repository[..end];
        }

        var host = RegistryScope.WithoutPort(image.Repository[..image.Repository.IndexOf('/', StringComparison.Ordinal)]);
        for (var dot = host.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = host.IndexOf('.', dot + 1))
        {
            yield return $"*{host[dot..]}";
        }
    }

    /// <summary>Finds the colon before a tag, which is not that before a port.</summary>
    private static int FindTag(string text) =>
        text.LastIndexOf('/') is var slash and > 0 && text.LastIndexOf(':') is var colon && colon > slash ? colon : -1;

    private static (string Start, string? End) Cut(string text, char mark, int position) =>
        position >= 0 && text[position] == mark ? (text[..position], text[(position + 1)..]) : (text, null);

    private static bool IsNameOfOne(RegistryScope place, string? tag, string? digest) =>
        (tag is null && digest is null)
        || (place.Path.Length > 0
            && (tag is null || RegistryGrammar.IsTag(tag))
            && (digest is null || Digest.TryParse(digest, out _)));

    private bool IsBelowDomain(string domain)
    {
        var host = RegistryScope.WithoutPort(Place.Host);
        return (Place.IsWildcard && host == domain) || host.EndsWith($".{domain}", StringComparison.Ordinal);
    }

    private bool IsBelowPath(RegistryScope other) =>
        !Place.IsWildcard && Place.Host == other.Host && other.FindPathBelow(Place.Path) is not null;

    private bool IsSameOrFiner(ImageScope other) =>
        (other.Tag.Length == 0 && other.Digest is null)
        || (other.Tag == Tag && other.Digest == Digest && other.Place.Path == Place.Path);
}
