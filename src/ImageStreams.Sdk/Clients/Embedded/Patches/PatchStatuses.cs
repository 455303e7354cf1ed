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
        PatchFailure.Conflict => Create(ApiFailure.Conflict, 409, StatusReasons.Conflict, e),
        PatchFailure.TooLarge => Create(ApiFailure.Unknown, TooLarge, "RequestEntityTooLarge", e),
        _ => Create(ApiFailure.Invalid, 422, StatusReasons.Invalid, e),
    };

    /// <summary>Creates the error for options of a request that are not valid.</summary>
    /// <param name="kind">The kind of the options, such as <c>PatchOptions</c>.</param>
    /// <param name="errors">The errors.</param>
    public static ApiException FromOptions(string kind, ValueList<FieldError> errors)
    {
        var texts = errors.Select(FieldErrorTexts.DescribeWithField).ToList();
        var all = texts is [var only] ? only : $"[{string.Join(", ", texts)}]";
        var details = new StatusDetails
        {
            Group = "meta.k8s.io",
            Kind = kind,
            Causes = errors.Select(FieldErrorTexts.ToCause).ToValueList(),
        };
        return ApiErrors.Create(ApiFailure.Invalid, 422, StatusReasons.Invalid, $"{kind}.meta.k8s.io \"\" is invalid: {all}", details);
    }

    private static ApiException Create(ApiFailure failure, int code, string reason, PatchException e) =>
        ApiErrors.Create(failure, code, reason, e.Message, new StatusDetails { Causes = e.Causes }, e);
}
