namespace ImageStreams.Testing.Synthesis;

/// <summary>A manifest with its blobs, the configuration first.</summary>
internal sealed record BuiltImage(ReadOnlyMemory<byte> Manifest, IReadOnlyList<SyntheticBlob> Blobs);
