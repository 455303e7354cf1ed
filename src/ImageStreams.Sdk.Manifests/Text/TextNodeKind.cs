namespace ImageStreams.Manifests;

/// <summary>The kinds of nodes of a <see cref="TextTree"/>.</summary>
internal enum TextNodeKind : byte
{
    Mapping,
    Sequence,
    Scalar,
    Alias,
}
