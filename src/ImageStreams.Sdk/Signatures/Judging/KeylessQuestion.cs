namespace ImageStreams.Signatures;

/// <summary>Prepares a signature for a verifier of keyless signatures.</summary>
internal static class KeylessQuestion
{
    public static KeylessSignature Create(
        SignatureRequest request, SignatureRequirement requirement, FoundSignature found, ReadOnlyMemory<byte> content) => new()
        {
            Request = request,
            Requirement = requirement,
            MediaType = found is FoundSignature.Simple ? SignatureLayer.SimpleSigning : SigstoreBundle.MediaType,
            Content = content,
            Annotations = found is FoundSignature.Simple simple ? simple.Annotations : default,
        };
}
