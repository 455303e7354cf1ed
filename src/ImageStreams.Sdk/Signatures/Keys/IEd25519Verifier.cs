namespace ImageStreams.Signatures;

/// <summary>Verifies signatures of Ed25519 (RFC 8032), which .NET 10 does not have.</summary>
/// <remarks>Implement it over a library of your choice. Implementations are safe for concurrent use.</remarks>
public interface IEd25519Verifier
{
    /// <summary>Verifies a signature of plain Ed25519, without a context and without a hash before.</summary>
    /// <param name="publicKey">The key, of 32 bytes.</param>
    /// <param name="message">The signed bytes.</param>
    /// <param name="signature">The signature, of any length.</param>
    /// <returns><see langword="true"/> when the signature is one of the key over the message.</returns>
    bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
}
