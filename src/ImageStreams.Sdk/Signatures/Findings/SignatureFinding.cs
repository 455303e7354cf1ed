using ImageStreams.References;

namespace ImageStreams.Signatures;

/// <summary>A signature that was found, and the answer about it.</summary>
public abstract record SignatureFinding
{
    private SignatureFinding()
    {
    }

    /// <summary>The place: the manifest that has the signature, and the part of it.</summary>
    public required string Place { get; init; }

    /// <summary>The signature is accepted.</summary>
    public sealed record Accepted : SignatureFinding
    {
        /// <summary>The fingerprint of the key that signed; null when the verifier of keyless signatures accepted it.</summary>
        public Digest? Key { get; init; }

        /// <summary>The signer to show: the key, or the name that the verifier of keyless signatures gave.</summary>
        public required string Signer { get; init; }
    }

    /// <summary>The signature is not accepted.</summary>
    public sealed record Rejected : SignatureFinding
    {
        /// <summary>The reason.</summary>
        public required SignatureFailure Failure { get; init; }

        /// <summary>The reason as half of a sentence.</summary>
        public required string Reason { get; init; }
    }

    /// <summary>The signature was not checked, and so does not count as one.</summary>
    public sealed record NotChecked : SignatureFinding
    {
        /// <summary>The thing that was not checked.</summary>
        public required SignatureGap Gap { get; init; }

        /// <summary>The reason as half of a sentence.</summary>
        public required string Reason { get; init; }
    }

    /// <summary>Returns the place and the answer.</summary>
    public sealed override string ToString() => this switch
    {
        Accepted accepted => $"{Place}: accepted, by {accepted.Signer}",
        Rejected rejected => $"{Place}: {rejected.Reason}",
        NotChecked skipped => $"{Place}: not checked: {skipped.Reason}",
        _ => Place,
    };
}
