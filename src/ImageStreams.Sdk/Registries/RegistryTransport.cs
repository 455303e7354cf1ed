namespace ImageStreams.Registries;

/// <summary>The ways to reach a registry.</summary>
public enum RegistryTransport
{
    /// <summary>HTTPS with a verified certificate.</summary>
    Https,

    /// <summary>HTTPS with any certificate; only for registries that are named insecure.</summary>
    HttpsUnverified,

    /// <summary>Plain HTTP; only for registries that are named insecure.</summary>
    Http,
}
