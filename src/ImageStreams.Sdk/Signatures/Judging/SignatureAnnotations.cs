namespace ImageStreams.Signatures;

/// <summary>The annotations in which cosign keeps the parts of a signature.</summary>
internal static class SignatureAnnotations
{
    /// <summary>The signature over the payload, in base64.</summary>
    public const string Signature = "dev.cosignproject.cosign/signature";

    /// <summary>The certificate of whoever signed without a key.</summary>
    public const string Certificate = "dev.sigstore.cosign/certificate";
}
