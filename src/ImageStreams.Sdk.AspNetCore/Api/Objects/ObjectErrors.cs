using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Patching;
using ImageStreams.Storage;
using ImageStreams.Validation;

namespace ImageStreams.AspNetCore;

/// <summary>Creates the errors of a resource, with the statuses of Kubernetes.</summary>
internal sealed class ObjectErrors(ResourceDefinition resource)
{
    private const string Modified =
        "the object has been modified; please apply your changes to the latest version and try again";

    private string QualifiedKind => resource.Group.Length == 0 ? resource.Kind : $"{resource.Kind}.{resource.Group}";

    public ApiException NotFound(string name) => ServedErrors.NotFound(resource, name);

    public ApiException AlreadyExists(string name, Exception? cause = null) => ServedErrors.Create(
        ApiFailure.AlreadyExists,
        409,
        StatusReasons.AlreadyExists,
        $"{resource.QualifiedName} \"{name}\" already exists",
        CreateDetails(name, resource.Plural),
        cause);

    /// <summary>Creates the error for an object that is not the expected one.</summary>
    public ApiException Conflict(string name, string detail = Modified, Exception? cause = null) => ServedErrors.Create(
        ApiFailure.Conflict,
        409,
        StatusReasons.Conflict,
        $"Operation cannot be fulfilled on {resource.QualifiedName} \"{name}\": {detail}",
        CreateDetails(name, resource.Plural),
        cause);

    /// <summary>Creates the error for an object that is not valid.</summary>
    public ApiException Invalid(string name, IReadOnlyList<FieldError> errors)
    {
        var texts = errors.Select(Describe).ToList();
        var all = texts is [var only] ? only : $"[{string.Join(", ", texts)}]";
        var details = CreateDetails(name, resource.Kind) with { Causes = [.. errors.Select(ToCause)] };
        return ServedErrors.Create(
            ApiFailure.Invalid, 422, StatusReasons.Invalid, $"{QualifiedKind} \"{name}\" is invalid: {all}", details);
    }

    /// <summary>Creates the error for a body that is no object of the kind.</summary>
    public ApiException Unreadable(string detail) => ServedErrors.BadRequest(
        $"{resource.Kind} in version \"{resource.Version}\" cannot be handled as a {resource.Kind}: {detail}");

    /// <summary>Creates the error for an apply that others do not allow.</summary>
    public static ApiException FromConflicts(ApplyOutcome.Conflicted outcome) => ServedErrors.Create(
        ApiFailure.Conflict,
        409,
        StatusReasons.Conflict,
        outcome.Message,
        new StatusDetails
        {
            Causes =
            [
                .. outcome.Conflicts.Select(static conflict => new StatusCause
                {
                    Reason = "FieldManagerConflict",
                    Message = conflict.Message,
                    Field = conflict.Field,
                }),
            ],
        });

    /// <summary>Creates the error for a patch that cannot be applied.</summary>
    public static ApiException FromPatch(PatchException exception) => exception.Failure switch
    {
        PatchFailure.BadRequest => ServedErrors.BadRequest(exception.Message),
        PatchFailure.TooLarge => ServedErrors.Create(
            ApiFailure.Unknown, 413, "RequestEntityTooLarge", exception.Message, null, exception),
        PatchFailure.Conflict => ServedErrors.Create(
            ApiFailure.Conflict, 409, StatusReasons.Conflict, exception.Message, new StatusDetails { Causes = exception.Causes }),
        _ => ServedErrors.Create(
            ApiFailure.Invalid, 422, StatusReasons.Invalid, exception.Message, CreatePatchDetails(exception.Causes), exception),
    };

    /// <summary>Creates the error for a failed call of the store.</summary>
    public ApiException FromStore(StoreException exception, string name) => exception.Reason switch
    {
        StoreFailure.NotFound => NotFound(name),
        StoreFailure.AlreadyExists => AlreadyExists(name, exception),
        StoreFailure.Conflict => Conflict(name, cause: exception),
        StoreFailure.Unavailable => ServedErrors.Create(
            ApiFailure.ServiceUnavailable, 503, StatusReasons.ServiceUnavailable, exception.Message, null, exception),
        _ => ServedErrors.Create(ApiFailure.InternalError, 500, StatusReasons.InternalError, exception.Message, null, exception),
    };

    private static StatusDetails CreatePatchDetails(ValueList<StatusCause> causes) => new() { Causes = causes };

    private StatusDetails CreateDetails(string name, string kind) => new()
    {
        Name = name.Length == 0 ? null : name,
        Group = resource.Group.Length == 0 ? null : resource.Group,
        Kind = kind,
    };

    private static string Describe(FieldError error) => $"{error.Field}: {error.Detail}";

    private static StatusCause ToCause(FieldError error) =>
        new() { Reason = error.Reason, Message = error.Detail, Field = error.Field };
}
