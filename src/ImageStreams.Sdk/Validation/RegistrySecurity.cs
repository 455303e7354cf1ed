namespace ImageStreams.Validation;

/// <summary>The security of the connection to a registry, which determines the default port.</summary>
public enum RegistrySecurity
{
    /// <summary>Trusted TLS only: port 443.</summary>
    Secure,

    /// <summary>No TLS: port 80.</summary>
    Insecure,

    /// <summary>With or without TLS: a registry without a port matches patterns with port 443 and with port 80.</summary>
    Any,
}
