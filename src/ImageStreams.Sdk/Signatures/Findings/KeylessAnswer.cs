namespace ImageStreams.Signatures;

/// <summary>The answer of an <see cref="IKeylessSignatureVerifier"/>.</summary>
public abstract record KeylessAnswer
{
    private KeylessAnswer()
    {
    }

    /// <summary>The signature is good.</summary>
    public sealed record Accepted : KeylessAnswer
    {
        /// <summary>The signer, such as an address of electronic mail.</summary>
        public required string Signer { get; init; }
    }

    /// <summary>The signature is not good.</summary>
    public sealed record Refused : KeylessAnswer
    {
        /// <summary>The reason as half of a sentence.</summary>
        public required string Reason { get; init; }
    }
}
