namespace ImageStreams.Signatures;

/// <summary>The answers of a key about a signature.</summary>
internal enum KeyCheck
{
    /// <summary>The key made the signature.</summary>
    Valid,

    /// <summary>The key did not make the signature.</summary>
    Invalid,

    /// <summary>Nothing here verifies the algorithm, or the algorithm cannot verify a hash.</summary>
    Unsupported,
}
