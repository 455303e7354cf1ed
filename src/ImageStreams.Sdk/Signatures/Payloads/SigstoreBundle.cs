namespace ImageStreams.Signatures;

/// <summary>The parts of a sigstore bundle that a key can verify.</summary>
internal sealed record SigstoreBundle
{
    /// <summary>The media type of the version that is read.</summary>
    public const string MediaType = "application/vnd.dev.sigstore.bundle.v0.3+json";

    /// <summary>The beginning of the media types of all versions.</summary>
    public const string MediaTypePrefix = "application/vnd.dev.sigstore.bundle";

    /// <summary>Gets a value indicating whether a key signed, and not a certificate.</summary>
    public required bool HasPublicKey { get; init; }

    /// <summary>Gets a value indicating whether a DSSE envelope is signed, and not the digest of the image.</summary>
    public required bool IsEnvelope { get; init; }

    /// <summary>The type of the envelope's payload.</summary>
    public string PayloadType { get; init; } = "";

    /// <summary>The payload of the envelope, or the digest of the message.</summary>
    public required byte[] Content { get; init; }

    /// <summary>The signatures.</summary>
    public required IReadOnlyList<byte[]> Signatures { get; init; }
}
