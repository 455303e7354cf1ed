namespace ImageStreams.Manifests;

/// <summary>An image name in three parts, each exactly as it is written.</summary>
/// <param name="Repository">Registry, namespace and name.</param>
/// <param name="Tag">The tag; empty when there is none.</param>
/// <param name="Digest">The digest; empty when there is none.</param>
internal readonly record struct ImageText(string Repository, string Tag, string Digest)
{
    private const int MaxLength = 1024;

    /// <summary>Splits an image name; never fails.</summary>
    public static ImageText Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var digest = at < 0 ? "" : text[(at + 1)..];
        var name = at < 0 ? text : text[..at];
        var colon = name.IndexOf(':', name.LastIndexOf('/') + 1);
        return colon < 0 ? new ImageText(name, "", digest) : new ImageText(name[..colon], name[(colon + 1)..], digest);
    }

    /// <summary>Determines whether a text can be an image name: it has no character that means something to one of the formats.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= MaxLength && char.IsAsciiLetterOrDigit(text[0]) && text.All(IsNameCharacter) && HasParts(text);

    /// <inheritdoc/>
    public override string ToString() => Join(Repository, Tag, Digest);

    /// <summary>Joins tag and digest, as fields for tags have them.</summary>
    public static string Join(string tag, string digest) => digest.Length == 0 ? tag : $"{tag}@{digest}";

    private static string Join(string repository, string tag, string digest) =>
        Join(tag.Length == 0 ? repository : $"{repository}:{tag}", digest);

    private static bool IsNameCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-' or '/' or ':' or '@' or '+';

    private static bool HasParts(string text)
    {
        var image = Parse(text);
        return image.Repository.Length > 0
            && image.ToString() == text
            && !image.Tag.Contains(':', StringComparison.Ordinal)
            && !image.Digest.Contains('@', StringComparison.Ordinal)
            && !text.Contains("//", StringComparison.Ordinal)
            && text[^1] is not (':' or '@' or '/' or '+');
    }
}
