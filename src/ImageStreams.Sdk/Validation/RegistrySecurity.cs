namespace ImageStreams.Validation;

/// <summary>How a registry will be talked to, which decides the port that is meant where none is named.</summary>
public enum RegistrySecurity
{
    /// <summary>Over trusted TLS only: port 443.</summary>
    Secure,

    /// <summary>Without TLS: port 80.</summary>
    Insecure,

    /// <summary>Over TLS or without: where no port is named, either of the two usual ones will do.</summary>
    Any,
}
