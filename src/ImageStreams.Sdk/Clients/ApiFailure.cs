namespace ImageStreams.Clients;

/// <summary>Why an API did not do what it was asked for.</summary>
public enum ApiFailure
{
    /// <summary>Something else; the status says what.</summary>
    Unknown,

    /// <summary>The request makes no sense (400).</summary>
    BadRequest,

    /// <summary>The caller may not do that (403).</summary>
    Forbidden,

    /// <summary>There is no such object (404).</summary>
    NotFound,

    /// <summary>The resource does not offer that (405).</summary>
    MethodNotAllowed,

    /// <summary>There is such an object already (409).</summary>
    AlreadyExists,

    /// <summary>The object has changed since it was read (409).</summary>
    Conflict,

    /// <summary>The version asked for is no longer kept; list and watch anew (410).</summary>
    Gone,

    /// <summary>The object is not valid; the causes say where (422).</summary>
    Invalid,

    /// <summary>The server failed (500).</summary>
    InternalError,

    /// <summary>The server took too long (504).</summary>
    Timeout,
}
