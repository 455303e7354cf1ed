using ImageStreams.Collections;

namespace ImageStreams.Signatures;

/// <summary>A signature as a registry has it; nothing of it is verified.</summary>
internal abstract record FoundSignature
{
    private FoundSignature()
    {
    }

    /// <summary>The place: the manifest, and the part of it.</summary>
    public required string Place { get; init; }

    /// <summary>Finds that it is not a signature of the image.</summary>
    public SignatureFinding.Rejected Reject(SignatureFailure failure, string reason) =>
        new() { Place = Place, Failure = failure, Reason = reason };

    /// <summary>Finds that nobody here can check it.</summary>
    public SignatureFinding.NotChecked Skip(SignatureGap gap, string reason) => new() { Place = Place, Gap = gap, Reason = reason };

    /// <summary>Cosign's payload, whose signature is an annotation of the layer.</summary>
    public sealed record Simple : FoundSignature
    {
        public required ReadOnlyMemory<byte> Payload { get; init; }

        public required ValueMap<string> Annotations { get; init; }
    }

    /// <summary>A sigstore bundle.</summary>
    public sealed record Bundle : FoundSignature
    {
        public required ReadOnlyMemory<byte> Content { get; init; }
    }

    /// <summary>A signature that could not be read.</summary>
    public sealed record Broken : FoundSignature
    {
        public required string Reason { get; init; }
    }
}
