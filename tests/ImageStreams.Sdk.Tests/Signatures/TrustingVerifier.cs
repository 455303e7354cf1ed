using ImageStreams.Signatures;

namespace ImageStreams.Tests.Signatures;

/// <summary>Accepts every signature.</summary>
internal sealed class TrustingVerifier : IKeylessSignatureVerifier
{
    public Task<KeylessAnswer> VerifyAsync(KeylessSignature signature, CancellationToken cancellationToken) =>
        Task.FromResult<KeylessAnswer>(new KeylessAnswer.Accepted { Signer = "somebody" });
}
