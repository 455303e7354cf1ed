using ImageStreams.References;

namespace ImageStreams.Tests.Signatures;

/// <summary>The parts of a signature in a registry, each of which a test may change.</summary>
internal sealed record SignatureParts
{
    public required byte[] Content { get; init; }

    public string? Signature { get; init; }

    public string MediaType { get; init; } = "application/vnd.dev.cosign.simplesigning.v1+json";

    public string AnnotationName { get; init; } = "dev.cosignproject.cosign/signature";

    public string? Certificate { get; init; }

    public Digest? Digest { get; init; }

    public long? Size { get; init; }

    public Dictionary<string, string> Annotations
    {
        get
        {
            var all = new Dictionary<string, string>();
            _ = Signature is null || all.TryAdd(AnnotationName, Signature);
            _ = Certificate is null || all.TryAdd("dev.sigstore.cosign/certificate", Certificate);
            return all;
        }
    }
}
