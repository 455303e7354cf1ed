namespace ImageStreams.Registries;

/// <summary>How a registry is reached.</summary>
public enum RegistryTransport
{
    /// <summary>HTTPS with a verified certificate.</summary>
    Https,

    /// <summary>HTTPS with whatever certificate the registry presents; only where it was named insecure.</summary>
    HttpsUnverified,

    /// <summary>Plain HTTP; only where the registry was named insecure.</summary>
    Http,
}
