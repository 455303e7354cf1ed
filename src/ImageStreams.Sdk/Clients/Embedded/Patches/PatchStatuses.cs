using ImageStreams.Collections;
using ImageStreams.Patching;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Creates the exceptions of the API for patches and their options.</summary>
internal static class PatchStatuses
{
    private const int TooLarge = 413;

    /// <summary>Creates the error for a patch that cannot be applied.</summary>
    public static ApiException FromPatch(PatchException e) => e.Failure switch
    {
        PatchFailure.BadRequest => ApiErrors.BadRequest(e.Message, e),
        PatchFailure.Conflict => Create(ApiFailure.Conflict, 409, StatusReasons.Conflict, e, e.Causes),
        PatchFailure.TooLarge => Create(ApiFailure.Unknown, TooLarge, "RequestEntityTooLarge", e, e.Causes),
        _ => Create(ApiFailure.Invalid, 422, StatusReasons.Invalid, e, e.Causes),
    };

    /// <summary>Creates the error for options of a request that are not valid.</summary>
    /// <param name="kind">The kind of the options, such as <c>PatchOptions</c>.</param>
    /// <param name="errors">The errors.</param>
    public static ApiException FromOptions(string kind, ValueList<FieldError> errors)
    {
        var texts = errors.Select(FieldErrorTexts.DescribeWithField).ToList();
        var all = texts is [var only] ? only : $"[{string.Join(", ", texts)}]";
        return new ApiException(ApiFailure.Invalid, new KubernetesStatus
        {
            Kind = "Status",
            ApiVersion = "v1",
            Status = "Failure",
            Message = $"{kind}.meta.k8s.io \"\" is invalid: {all}",
            Reason = StatusReasons.Invalid,
            Details = new StatusDetails
            {
                Group = "meta.k8s.io",
                Kind = kind,
                Causes = errors.Select(FieldErrorTexts.ToCause).ToValueList(),
            },
            Code = 422,
        });
    }

    private static ApiException Create(
        ApiFailure failure, int code, string reason, PatchException e, ValueList<StatusCause> causes)
    {
        var status = new KubernetesStatus
        {
            Kind = "Status",
            ApiVersion = "v1",
            Status = "Failure",
            Message = e.Message,
            Reason = reason,
            Details = new StatusDetails { Causes = causes },
            Code = code,
        };
        return new ApiException(failure, status, e);
    }
}
