namespace ImageStreams.Policies;

/// <summary>An item of an image list: <c>[alias=]name[:constraint][@digest]</c>.</summary>
/// <param name="Alias">The alias; empty for none.</param>
/// <param name="Name">The name with its registry.</param>
/// <param name="Constraint">The constraint; empty for none.</param>
internal sealed record ArgoCdImage(string Alias, string Name, string Constraint)
{
    /// <summary>Reads an item as the tool does: a name by the rules of images, else by its first colon.</summary>
    public static ArgoCdImage Read(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var alias = equals < 0 ? "" : text[..equals];
        var image = text[(equals + 1)..];
        var at = image.IndexOf('@', StringComparison.Ordinal);
        var named = at < 0 ? image : image[..at];
        var slash = named.LastIndexOf('/');
        var colon = named.LastIndexOf(':');
        if (colon > slash && (at >= 0 || IsName(named[..colon])))
        {
            return new ArgoCdImage(alias, named[..colon], named[(colon + 1)..]);
        }

        return at >= 0 || IsName(named) ? new ArgoCdImage(alias, named, "") : ReadByColon(alias, named);
    }

    private static ArgoCdImage ReadByColon(string alias, string image)
    {
        var slash = image.IndexOf('/', StringComparison.Ordinal);
        var start = slash > 0 && image.AsSpan(0, slash).Contains('.') ? slash + 1 : 0;
        var colon = image.IndexOf(':', start);
        return colon < 0
            ? new ArgoCdImage(alias, image, "")
            : new ArgoCdImage(alias, image[..colon], image[(colon + 1)..]);
    }

    private static bool IsName(string name)
    {
        var parts = name.Split('/');
        var port = parts[0].IndexOf(':', StringComparison.Ordinal);
        var host = port < 0 ? parts[0] : parts[0][..port];
        var isHost = parts.Length > 1 && host.Length > 0 && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')
            && (port < 0 || parts[0].Skip(port + 1).All(char.IsAsciiDigit));
        return Array.TrueForAll(parts[(isHost ? 1 : 0)..], IsComponent);
    }

    private static bool IsComponent(string part) =>
        part.Length > 0 && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_');
}
