using ImageStreams.References;

namespace ImageStreams.Testing;

/// <summary>A part of a synthetic image: its configuration or a layer.</summary>
public sealed class SyntheticBlob
{
    /// <summary>Creates a blob.</summary>
    /// <param name="mediaType">The media type in the manifest.</param>
    /// <param name="content">The bytes.</param>
    public SyntheticBlob(string mediaType, ReadOnlyMemory<byte> content)
    {
        MediaType = mediaType;
        Content = content;
        Digest = Digest.Sha256(content.Span);
    }

    /// <summary>The media type in the manifest.</summary>
    public string MediaType { get; }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The SHA-256 digest of the bytes.</summary>
    public Digest Digest { get; }
}
