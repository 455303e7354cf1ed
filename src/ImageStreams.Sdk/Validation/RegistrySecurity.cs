namespace ImageStreams.Validation;

/// <summary>The security of the connection to a registry, which determines the default port.</summary>
public enum RegistrySecurity
{
    /// <summary>A connection with trusted TLS: port 443.</summary>
    Secure,

    /// <summary>A connection without TLS: port 80.</summary>
    Insecure,

    /// <summary>A connection with or without TLS: a registry without a port matches patterns with port 443 and with
    /// port 80.</summary>
    Any,
}
