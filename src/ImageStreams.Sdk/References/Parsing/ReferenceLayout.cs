namespace ImageStreams.References;

/// <summary>The positions of the five parts of a reference in its text.</summary>
internal readonly record struct ReferenceLayout
{
    public Segment Registry { get; private init; }

    public Segment Namespace { get; private init; }

    public Segment Name { get; private init; }

    public Segment Tag { get; private init; }

    public Segment Id { get; private init; }

    /// <summary>Splits a text that matches the grammar, as OpenShift does.</summary>
    /// <param name="text">The whole reference.</param>
    /// <param name="nameEnd">The end of the name: the tag's colon, if there is one.</param>
    /// <param name="tagEnd">The end of the tag: the digest's <c>@</c>, if there is one.</param>
    public static ReferenceLayout Split(ReadOnlySpan<char> text, int nameEnd, int tagEnd)
    {
        var name = text[..nameEnd];
        var id = Segment.Between(tagEnd + 1, text.Length);
        var slash = name.IndexOf('/');
        if (slash < 0 && IsRegistryAlone(name))
        {
            return new ReferenceLayout { Registry = Segment.Between(0, text.Length), Id = id };
        }

        var registryEnd = slash >= 0 && IsRegistry(name[..slash]) ? slash : 0;
        var path = registryEnd == 0 ? 0 : registryEnd + 1;
        var namespaceEnd = path + Math.Max(0, name[path..].IndexOf('/'));
        return new ReferenceLayout
        {
            Registry = Segment.Between(0, registryEnd),
            Namespace = Segment.Between(path, namespaceEnd),
            Name = Segment.Between(namespaceEnd == path ? path : namespaceEnd + 1, nameEnd),
            Tag = Segment.Between(nameEnd + 1, tagEnd),
            Id = id,
        };
    }

    /// <summary>Determines whether OpenShift reads a name without a slash, with all the text after it, as a registry.</summary>
    private static bool IsRegistryAlone(ReadOnlySpan<char> name) =>
        name.Contains('.') || name.StartsWith(DockerHub.Localhost, StringComparison.Ordinal);

    private static bool IsRegistry(ReadOnlySpan<char> segment) =>
        segment.ContainsAny(':', '.') || segment is DockerHub.Localhost;
}
