using ImageStreams.References;

namespace ImageStreams.Signatures;

/// <summary>Finds out what a bundle is about, before anybody asks who signed it.</summary>
internal static class BundleSubject
{
    /// <summary>Returns the reason why the bundle cannot be a signature of the image; null when it may be one.</summary>
    public static SignatureFinding? Find(FoundSignature found, SigstoreBundle bundle, Digest digest) =>
        bundle.IsEnvelope ? FindInEnvelope(found, bundle, digest) : FindInMessage(found, bundle, digest);

    private static SignatureFinding.Rejected? FindInMessage(FoundSignature found, SigstoreBundle bundle, Digest digest)
    {
        var signed = Convert.ToHexStringLower(bundle.Content);
        return digest.Algorithm == "sha256" && signed == digest.Hex
            ? null
            : found.Reject(SignatureFailure.OtherDigest, $"the bundle is for sha256:{signed}, not for {digest}");
    }

    private static SignatureFinding? FindInEnvelope(FoundSignature found, SigstoreBundle bundle, Digest digest)
    {
        if (bundle.PayloadType != SignedStatement.PayloadType)
        {
            return found.Reject(SignatureFailure.Unreadable, "the envelope of the bundle does not have an in-toto statement");
        }

        if (SignedStatement.Read(bundle.Content, out var error) is not { } statement)
        {
            return found.Reject(SignatureFailure.Unreadable, $"the statement of the bundle cannot be read: {error}");
        }

        if (!statement.IsSignature)
        {
            const string reason = "it is an attestation about the image, not a signature of it";
            return found.Skip(SignatureGap.Attestation, reason);
        }

        return statement.IsAbout(digest)
            ? null
            : found.Reject(SignatureFailure.OtherDigest, $"none of the subjects of the bundle is {digest}");
    }
}
