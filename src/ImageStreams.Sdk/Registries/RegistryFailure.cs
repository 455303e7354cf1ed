namespace ImageStreams.Registries;

/// <summary>Why a registry did not give what was asked for, as far as callers act differently on it.</summary>
public enum RegistryFailure
{
    /// <summary>The registry could not be reached, or hung up before it answered.</summary>
    Unreachable,

    /// <summary>No secure connection: the certificate was not trusted, or the other side does not speak TLS.</summary>
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

    /// <summary>The registry knows who asks and refuses.</summary>
    Denied,

    /// <summary>The registry wants fewer requests for a while (429), or the budget set for it is used up.</summary>
    RateLimited,

    /// <summary>The registry failed (5xx).</summary>
    ServerError,

    /// <summary>The registry refused the request for another reason (4xx).</summary>
    Rejected,

    /// <summary>The content is not what its digest promises.</summary>
    DigestMismatch,

    /// <summary>The answer exceeds its size limit, or a list its number of pages.</summary>
    TooLarge,

    /// <summary>The answer ended before its announced length.</summary>
    Truncated,

    /// <summary>The answer is of a kind that this client cannot use, such as a page of HTML.</summary>
    Unsupported,

    /// <summary>The answer breaks the protocol: bad JSON, a bad header, a list that goes round in circles.</summary>
    InvalidResponse,

    /// <summary>The registry redirected to where the request must not go, or too often.</summary>
    RedirectRefused,

    /// <summary>A source of credentials is there and cannot be used, such as a malformed file.</summary>
    CredentialsUnusable,

    /// <summary>The registry named a token server that must not be given credentials.</summary>
    TokenRealmRefused,

    /// <summary>The policy forbids to ask any place that might have it; nothing was sent.</summary>
    Blocked,

    /// <summary>The registry failed all the time and is left alone for a while; nothing was sent.</summary>
    CircuitOpen,

    /// <summary>Too many requests wait for the registry; nothing was sent.</summary>
    QueueFull,
}
