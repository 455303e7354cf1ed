namespace ImageStreams;

/// <summary>The values of <c>reason</c> in a <see cref="KubernetesStatus"/> and in the condition of a failed import.</summary>
public static class StatusReasons
{
    /// <summary>The request is malformed (400).</summary>
    public const string BadRequest = "BadRequest";

    /// <summary>Credentials are missing or were not accepted (401).</summary>
    public const string Unauthorized = "Unauthorized";

    /// <summary>The operation is not allowed (403).</summary>
    public const string Forbidden = "Forbidden";

    /// <summary>The object, image or repository does not exist (404).</summary>
    public const string NotFound = "NotFound";

    /// <summary>The resource does not have the operation (405).</summary>
    public const string MethodNotAllowed = "MethodNotAllowed";

    /// <summary>An object with that name exists (409).</summary>
    public const string AlreadyExists = "AlreadyExists";

    /// <summary>The object is not in the state that the request expects (409).</summary>
    public const string Conflict = "Conflict";

    /// <summary>The requested state or changes are no longer available (410).</summary>
    public const string Expired = "Expired";

    /// <summary>The object is not valid (422).</summary>
    public const string Invalid = "Invalid";

    /// <summary>The server or registry accepts no further requests for now (429).</summary>
    public const string TooManyRequests = "TooManyRequests";

    /// <summary>An unexpected error occurred (500).</summary>
    public const string InternalError = "InternalError";

    /// <summary>The server cannot handle the request now (503).</summary>
    public const string ServiceUnavailable = "ServiceUnavailable";

    /// <summary>Some images of an imported repository could not be imported.</summary>
    public const string ImportFailed = "ImportFailed";
}
