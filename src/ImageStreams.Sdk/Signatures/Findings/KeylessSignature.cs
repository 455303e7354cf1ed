using ImageStreams.Collections;

namespace ImageStreams.Signatures;

/// <summary>A signature for an <see cref="IKeylessSignatureVerifier"/>; nobody has verified its content.</summary>
public sealed record KeylessSignature
{
    /// <summary>The image.</summary>
    public required SignatureRequest Request { get; init; }

    /// <summary>The requirement.</summary>
    public required SignatureRequirement Requirement { get; init; }

    /// <summary>The media type: that of cosign's payload, or of a sigstore bundle.</summary>
    public required string MediaType { get; init; }

    /// <summary>The signed payload, or the bundle, with the bytes of the registry.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>
    /// The annotations of the layer, such as <c>dev.cosignproject.cosign/signature</c>, <c>dev.sigstore.cosign/certificate</c> and
    /// <c>dev.sigstore.cosign/bundle</c>.
    /// </summary>
    public ValueMap<string> Annotations { get; init; }
}
