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
            : Reject(found, SignatureFailure.OtherDigest, $"the bundle is for sha256:{signed}, not for {digest}");
    }

    private static SignatureFinding? FindInEnvelope(FoundSignature found, SigstoreBundle bundle, Digest digest)
    {
        if (bundle.PayloadType != SignedStatement.PayloadType)
        {
            return Reject(found, SignatureFailure.Unreadable, "the envelope of the bundle does not have an in-toto statement");
        }

        if (SignedStatement.Read(bundle.Content, out var error) is not { } statement)
        {
            return Reject(found, SignatureFailure.Unreadable, $"the statement of the bundle cannot be read: {error}");
        }

        if (!statement.IsSignature)
        {
            const string reason = "it is an attestation about the image, not a signature of it";
            return new SignatureFinding.NotChecked { Place = found.Place, Gap = SignatureGap.Attestation, Reason = reason };
        }

        return statement.IsAbout(digest)
            ? null
            : Reject(found, SignatureFailure.OtherDigest, $"none of the subjects of the bundle is {digest}");
    }

    private static SignatureFinding.Rejected Reject(FoundSignature found, SignatureFailure failure, string reason) =>
        new() { Place = found.Place, Failure = failure, Reason = reason };
}
