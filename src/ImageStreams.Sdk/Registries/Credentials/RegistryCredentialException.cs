namespace ImageStreams.Registries;

/// <summary>A source of credentials is there and cannot be used: a malformed file, a helper that failed.</summary>
/// <remarks>Neither the message nor any property carries a secret.</remarks>
public sealed class RegistryCredentialException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="origin">The file, secret or helper.</param>
    /// <param name="message">One sentence that names it and what is wrong with it.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public RegistryCredentialException(string origin, string message, Exception? innerException = null)
        : base(message, innerException) => Origin = origin;

    /// <summary>The file, secret or helper that cannot be used.</summary>
    public string Origin { get; }

    /// <summary>Where in its JSON the mistake is, such as <c>$.auths['quay.io'].auth</c>; empty when it is no mistake of
    /// JSON.</summary>
    public string Path { get; init; } = "";
}
