using ImageStreams.Clients;

namespace ImageStreams.Kubernetes;

/// <summary>The failures that statuses and their codes mean.</summary>
internal static class ApiFailures
{
    private static readonly Dictionary<string, ApiFailure> Reasons = new(StringComparer.Ordinal)
    {
        [StatusReasons.BadRequest] = ApiFailure.BadRequest,
        [StatusReasons.Unauthorized] = ApiFailure.Unauthorized,
        [StatusReasons.Forbidden] = ApiFailure.Forbidden,
        [StatusReasons.NotFound] = ApiFailure.NotFound,
        [StatusReasons.MethodNotAllowed] = ApiFailure.MethodNotAllowed,
        [StatusReasons.AlreadyExists] = ApiFailure.AlreadyExists,
        [StatusReasons.Conflict] = ApiFailure.Conflict,
        [StatusReasons.Expired] = ApiFailure.Gone,
        ["Gone"] = ApiFailure.Gone,
        [StatusReasons.Invalid] = ApiFailure.Invalid,
        [StatusReasons.TooManyRequests] = ApiFailure.TooManyRequests,
        [StatusReasons.InternalError] = ApiFailure.InternalError,
        [StatusReasons.ServiceUnavailable] = ApiFailure.ServiceUnavailable,
        ["Timeout"] = ApiFailure.Timeout,
        ["ServerTimeout"] = ApiFailure.Timeout,
    };

    /// <summary>Reads the reason of a status, and its code where the reason is none of those known.</summary>
    public static ApiFailure FromStatus(KubernetesStatus status) =>
        Reasons.TryGetValue(status.Reason ?? "", out var failure) ? failure : FromCode(status.Code);

    /// <summary>Reads a status code of HTTP.</summary>
    public static ApiFailure FromCode(int code) => code switch
    {
        400 => ApiFailure.BadRequest,
        401 => ApiFailure.Unauthorized,
        403 => ApiFailure.Forbidden,
        404 => ApiFailure.NotFound,
        405 => ApiFailure.MethodNotAllowed,
        408 => ApiFailure.Timeout,
        409 => ApiFailure.Conflict,
        410 => ApiFailure.Gone,
        422 => ApiFailure.Invalid,
        429 => ApiFailure.TooManyRequests,
        500 => ApiFailure.InternalError,
        502 or 503 => ApiFailure.ServiceUnavailable,
        504 => ApiFailure.Timeout,
        _ => ApiFailure.Unknown,
    };
}
