namespace ImageStreams.Storage;

/// <summary>Estimates the memory of the signatures of images.</summary>
internal static class SignatureSize
{
    private const long SignatureBytes = 256;
    private const long ConditionBytes = 128;

    /// <summary>Estimates the bytes of a signature.</summary>
    public static long Measure(ImageSignature signature) => SignatureBytes
        + MetadataSize.MeasureDropped(signature.Metadata, null)
        + signature.Content.Count
        + PartSize.Measure(signature.Type, signature.ImageIdentity)
        + PartSize.Measure(signature.SignedClaims)
        + PartSize.MeasureDropped(signature.Conditions, null, Measure)
        + PartSize.Measure(signature.IssuedBy?.Organization, signature.IssuedBy?.CommonName)
        + PartSize.Measure(signature.IssuedTo?.Organization, signature.IssuedTo?.CommonName, signature.IssuedTo?.PublicKeyId)
        + PartSize.Measure(signature.IssuedBy?.UnknownFields ?? default)
        + PartSize.Measure(signature.IssuedTo?.UnknownFields ?? default)
        + PartSize.Measure(signature.UnknownFields);

    private static long Measure(SignatureCondition condition) => ConditionBytes
        + PartSize.Measure(condition.Type, condition.Reason, condition.Message)
        + PartSize.Measure(condition.UnknownFields);
}
