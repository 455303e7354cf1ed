namespace ImageStreams.References;

/// <summary>The parts of <c>[namespace/]stream</c>, followed by a tag or an id where the name has one.</summary>
internal readonly ref struct NameParts(ReadOnlySpan<char> ns, ReadOnlySpan<char> stream, ReadOnlySpan<char> member)
{
    public ReadOnlySpan<char> Namespace { get; } = ns;

    public ReadOnlySpan<char> Stream { get; } = stream;

    /// <summary>The tag or the image's id.</summary>
    public ReadOnlySpan<char> Member { get; } = member;
}
