namespace ImageStreams.Clients;

/// <summary>The kinds of failure of an API.</summary>
public enum ApiFailure
{
    /// <summary>Any other failure; see the status.</summary>
    Unknown,

    /// <summary>The request is malformed (400).</summary>
    BadRequest,

    /// <summary>The caller is not allowed to perform the operation (403).</summary>
    Forbidden,

    /// <summary>The object does not exist (404).</summary>
    NotFound,

    /// <summary>The resource does not support the operation (405).</summary>
    MethodNotAllowed,

    /// <summary>The object already exists (409).</summary>
    AlreadyExists,

    /// <summary>The object has changed since it was read (409).</summary>
    Conflict,

    /// <summary>The requested version is no longer available; list and watch again (410).</summary>
    Gone,

    /// <summary>The object is not valid; see the causes (422).</summary>
    Invalid,

    /// <summary>The server failed (500).</summary>
    InternalError,

    /// <summary>The server took too long (504).</summary>
    Timeout,

    /// <summary>The server cannot handle the request now, such as when its database cannot be reached; try again later (503).</summary>
    ServiceUnavailable,

    /// <summary>The server does not know who asks (401).</summary>
    Unauthorized,

    /// <summary>The server has more requests than it serves, and this one was postponed too often (429).</summary>
    TooManyRequests,
}
