namespace ImageStreams.Signatures;

/// <summary>Verifies what keys alone cannot: certificates of Fulcio or an own authority, and entries of a transparency log.</summary>
/// <remarks>
/// The digest and the name in a signature that cosign writes are checked afterwards all the same; of a bundle this is the only check.
/// Implementations are safe for concurrent use. An exception ends the whole check.
/// </remarks>
public interface IKeylessSignatureVerifier
{
    /// <summary>Verifies a signature.</summary>
    /// <param name="signature">The signature, whose content nobody has verified.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The answer.</returns>
    Task<KeylessAnswer> VerifyAsync(KeylessSignature signature, CancellationToken cancellationToken);
}
