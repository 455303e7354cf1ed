namespace ImageStreams.Signatures;

/// <summary>The reasons why a signature is not accepted.</summary>
public enum SignatureFailure
{
    /// <summary>The signature cannot be fetched or is not written as one: a wrong digest, size, media type, base64 or JSON.</summary>
    Unreadable,

    /// <summary>None of the keys made the signature over these bytes.</summary>
    WrongKey,

    /// <summary>The signature is valid, and for another digest.</summary>
    OtherDigest,

    /// <summary>The signature is valid, and for an image of another name.</summary>
    OtherIdentity,

    /// <summary>The verifier of keyless signatures that was plugged in refused it.</summary>
    KeylessRefused,
}
