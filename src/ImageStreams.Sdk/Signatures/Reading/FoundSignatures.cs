using ImageStreams.Collections;

namespace ImageStreams.Signatures;

/// <summary>The signatures of an image, and what kept others from being found.</summary>
internal sealed record FoundSignatures
{
    public required ValueList<FoundSignature> Signatures { get; init; }

    /// <summary>The kind of what was not read; null when all was.</summary>
    public SignatureGap? Gap { get; init; }

    /// <summary>The reason of the gap as half of a sentence.</summary>
    public string GapReason { get; init; } = "";
}
