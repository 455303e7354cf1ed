using ImageStreams.Collections;

namespace ImageStreams.Signatures;

/// <summary>The answer to the question of whether an image is signed as it must be.</summary>
public abstract record SignatureVerdict
{
    private SignatureVerdict()
    {
    }

    /// <summary>The signatures that were looked at, with the answer about each; the same one once for each requirement.</summary>
    public ValueList<SignatureFinding> Findings { get; init; }

    /// <summary>The answer in one sentence.</summary>
    public required string Explanation { get; init; }

    /// <summary>Every requirement has an accepted signature.</summary>
    public sealed record Verified : SignatureVerdict;

    /// <summary>There is no signature. One may come: signers push theirs after the image.</summary>
    public sealed record NotSigned : SignatureVerdict;

    /// <summary>There are signatures, and none is accepted.</summary>
    public sealed record NotVerified : SignatureVerdict;

    /// <summary>There may be a good signature, and it was not checked; the image counts as refused.</summary>
    public sealed record NotChecked : SignatureVerdict
    {
        /// <summary>The thing that was not checked.</summary>
        public required SignatureGap Gap { get; init; }
    }

    /// <summary>Returns the explanation.</summary>
    public sealed override string ToString() => Explanation;
}
