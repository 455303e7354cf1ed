namespace ImageStreams.Registries;

/// <summary>The exception of a source of credentials that exists and cannot be used: a malformed file, a failed credential
/// helper.</summary>
/// <remarks>Neither the message nor a property contains a secret.</remarks>
public sealed class RegistryCredentialException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="origin">The file, pull secret or helper.</param>
    /// <param name="message">One sentence that names the origin and the problem.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public RegistryCredentialException(
        RegistryCredentialFailure reason, string origin, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Reason = reason;
        Origin = origin;
    }

    /// <summary>The reason why the source cannot be used.</summary>
    public RegistryCredentialFailure Reason { get; }

    /// <summary>The file, pull secret or helper that cannot be used.</summary>
    public string Origin { get; }

    /// <summary>The path of the invalid JSON, such as <c>$.auths['quay.io'].auth</c>; empty when the problem is not in
    /// JSON.</summary>
    public string Path { get; init; } = "";

    /// <summary>Creates the same exception, to be thrown once more.</summary>
    internal RegistryCredentialException Copy() => new(Reason, Origin, Message, InnerException) { Path = Path };
}
