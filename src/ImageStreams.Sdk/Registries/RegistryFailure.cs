namespace ImageStreams.Registries;

/// <summary>The reasons why a registry did not fulfill a request.</summary>
public enum RegistryFailure
{
    /// <summary>The registry could not be reached, or closed the connection before it answered.</summary>
    Unreachable,

    /// <summary>The connection is not secure: the certificate is not trusted, or the server does not use TLS.</summary>
    Tls,

    /// <summary>An attempt took longer than its time limit.</summary>
    Timeout,

    /// <summary>The repository exists, the tag or digest does not.</summary>
    ManifestNotFound,

    /// <summary>The blob does not exist in the repository.</summary>
    BlobNotFound,

    /// <summary>The registry does not know the repository.</summary>
    RepositoryNotFound,

    /// <summary>Credentials are missing, or were not accepted.</summary>
    Unauthorized,

    /// <summary>The registry knows the caller and refuses the request.</summary>
    Denied,

    /// <summary>The registry limits the rate of requests (429), or the budget of this client is used up.</summary>
    RateLimited,

    /// <summary>The registry failed (5xx).</summary>
    ServerError,

    /// <summary>The registry refused the request for another reason (4xx).</summary>
    Rejected,

    /// <summary>The content does not have the expected digest.</summary>
    DigestMismatch,

    /// <summary>The response exceeds its size limit, or a list exceeds its number of pages.</summary>
    TooLarge,

    /// <summary>The response ended before its announced length.</summary>
    Truncated,

    /// <summary>The response is of a kind that this client cannot use, such as an HTML page.</summary>
    Unsupported,

    /// <summary>The response violates the protocol: invalid JSON, an invalid header, a list whose pages lead back to each
    /// other.</summary>
    InvalidResponse,

    /// <summary>The registry redirected to an address that must not be used, or too often.</summary>
    RedirectRefused,

    /// <summary>A source of credentials exists and cannot be used, such as a malformed file.</summary>
    CredentialsUnusable,

    /// <summary>The registry named a token server that must not get the credentials.</summary>
    TokenRealmRefused,

    /// <summary>The policy excludes every pull source; no request was sent.</summary>
    Blocked,

    /// <summary>The circuit of the registry is open after repeated failures; no request was sent.</summary>
    CircuitOpen,

    /// <summary>Too many requests wait for the registry; no request was sent.</summary>
    QueueFull,
}
