using ImageStreams.Storage;
using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Creates the exceptions of the API, with the statuses and messages of OpenShift's API server.</summary>
/// <remarks>
/// The messages for objects that are missing, already exist or have changed are those of Kubernetes, which tools look for;
/// the messages of single causes are this library's own.
/// </remarks>
internal static class ApiErrors
{
    private const int RetrySeconds = 1;

    /// <param name="resource">The resource, as in <see cref="ResourceNames"/>.</param>
    /// <param name="name">The object's name.</param>
    public static ApiException NotFound(string resource, string name) => Create(
        ApiFailure.NotFound, 404, StatusReasons.NotFound, $"{GetQualifiedName(resource)} {Quote(name)} not found", CreateDetails(resource, name));

    public static ApiException AlreadyExists(string resource, string name, Exception? inner = null) => Create(
        ApiFailure.AlreadyExists,
        409,
        StatusReasons.AlreadyExists,
        $"{GetQualifiedName(resource)} {Quote(name)} already exists",
        CreateDetails(resource, name),
        inner);

    /// <summary>Creates the error for an object that is not the expected one, or not in the expected state.</summary>
    public static ApiException Conflict(string resource, string name, string detail, Exception? inner = null) => Create(
        ApiFailure.Conflict,
        409,
        StatusReasons.Conflict,
        $"Operation cannot be fulfilled on {GetQualifiedName(resource)} {Quote(name)}: {detail}",
        CreateDetails(resource, name),
        inner);

    /// <summary>Creates the error for an object that others have changed since it was read.</summary>
    public static ApiException Modified(string resource, string name, Exception? inner = null) => Conflict(
        resource,
        name,
        "the object has been modified; please apply your changes to the latest version and try again",
        inner);

    public static ApiException BadRequest(string message, Exception? inner = null) =>
        Create(ApiFailure.BadRequest, 400, StatusReasons.BadRequest, message, null, inner);

    /// <summary>Creates the error for a version that is no longer available.</summary>
    public static ApiException Gone(string message, Exception? inner = null) =>
        Create(ApiFailure.Gone, 410, StatusReasons.Expired, message, null, inner);

    /// <summary>Creates the error for a version that the store has not reached in time.</summary>
    public static ApiException TooLargeVersion(string version, string current) => Create(
        ApiFailure.Timeout,
        504,
        "Timeout",
        $"Timeout: Too large resource version: {version}, current: {current}",
        new StatusDetails
        {
            Causes = [new StatusCause { Reason = "ResourceVersionTooLarge", Message = "Too large resource version" }],
            RetryAfterSeconds = RetrySeconds,
        });

    /// <summary>Creates the error for a request that is not allowed.</summary>
    /// <param name="resource">The resource, as in <see cref="ResourceNames"/>.</param>
    /// <param name="name">The object's name; empty when it has none.</param>
    /// <param name="detail">The reason.</param>
    /// <param name="cause">The cause in the details, or null for none.</param>
    public static ApiException Forbidden(string resource, string name, string detail, StatusCause? cause = null) => Create(
        ApiFailure.Forbidden,
        403,
        StatusReasons.Forbidden,
        $"{GetQualifiedName(resource)}{(name.Length == 0 ? "" : " " + Quote(name))} is forbidden: {detail}",
        CreateDetails(resource, name) with { Causes = cause is null ? default : [cause] });

    public static ApiException NamespaceNotFound(string ns) => Create(
        ApiFailure.NotFound,
        404,
        StatusReasons.NotFound,
        $"namespaces {Quote(ns)} not found",
        new StatusDetails { Name = ns, Kind = "namespaces" });

    /// <param name="what">The kind, or the resource where the server names that one.</param>
    /// <param name="name">The object's name; empty when it has none.</param>
    /// <param name="errors">The errors.</param>
    public static ApiException Invalid(string what, string name, ValueList<FieldError> errors)
    {
        var texts = errors.Select(FieldErrorTexts.DescribeWithField).ToList();
        var all = texts is [var only] ? only : $"[{string.Join(", ", texts)}]";
        var details = CreateDetails(what, name) with { Causes = errors.Select(FieldErrorTexts.ToCause).ToValueList() };
        return Create(
            ApiFailure.Invalid, 422, StatusReasons.Invalid, $"{GetQualifiedName(what)} {Quote(name)} is invalid: {all}", details);
    }

    /// <summary>Creates the error for a method that the resource does not support.</summary>
    public static ApiException MethodNotAllowed(string message) =>
        Create(ApiFailure.MethodNotAllowed, 405, StatusReasons.MethodNotAllowed, message, null);

    /// <summary>Creates the error for a caller's mistake that OpenShift answers with 500 and no reason.</summary>
    public static ApiException Unexpected(string message, Exception? inner = null) =>
        Create(ApiFailure.InternalError, 500, null, message, null, inner);

    /// <summary>Creates the error for a request that may succeed later.</summary>
    public static ApiException Unavailable(string message, Exception? inner = null) => Create(
        ApiFailure.ServiceUnavailable,
        503,
        StatusReasons.ServiceUnavailable,
        message,
        new StatusDetails { RetryAfterSeconds = RetrySeconds },
        inner);

    /// <summary>Creates the error for a failed store call that concerns one object.</summary>
    public static ApiException FromStore(StoreException exception, string resource, string name) => exception.Reason switch
    {
        StoreFailure.NotFound => NotFound(resource, name),
        StoreFailure.AlreadyExists => AlreadyExists(resource, name, exception),
        StoreFailure.Conflict => Modified(resource, name, exception),
        _ => FromStore(exception),
    };

    /// <summary>Creates the error for a failed list or watch of a store.</summary>
    /// <remarks>
    /// A store that cannot be reached now is 503 with a hint to try again, as the API server answers without its own. One that is full,
    /// read-only, damaged or of a newer version is 500: trying again does not help.
    /// </remarks>
    public static ApiException FromStore(StoreException exception) => exception.Reason switch
    {
        StoreFailure.Expired when exception.Continue is not null => ExpiredContinue(exception),
        StoreFailure.Expired or StoreFailure.FellBehind => Gone(exception.Message, exception),
        StoreFailure.InvalidContinue => BadRequest(exception.Message, exception),
        StoreFailure.Unavailable => Unavailable(exception.Message, exception),
        _ => Unexpected(exception.Message, exception),
    };

    /// <summary>Quotes a name, and escapes line breaks, which could forge a line of a log.</summary>
    public static string Quote(string name) => $"\"{PrintableText.Escape(name)}\"";

    // The token in the metadata goes on with the latest state.
    private static ApiException ExpiredContinue(StoreException exception)
    {
        var status = Gone(exception.Message, exception).Status;
        var metadata = status.Metadata with { Continue = exception.Continue };
        return new ApiException(ApiFailure.Gone, status with { Metadata = metadata }, exception);
    }

    private static string GetQualifiedName(string resource) => $"{resource}.{ResourceNames.Group}";

    private static StatusDetails CreateDetails(string resource, string name) => new()
    {
        Name = name.Length == 0 ? null : name,
        Group = ResourceNames.Group,
        Kind = resource.Length == 0 ? null : resource,
    };

    /// <summary>Creates an error.</summary>
    public static ApiException Create(
        ApiFailure failure, int code, string? reason, string message, StatusDetails? details, Exception? inner = null)
    {
        var status = new KubernetesStatus
        {
            Kind = "Status",
            ApiVersion = "v1",
            Status = "Failure",
            Message = message,
            Reason = reason,
            Details = details,
            Code = code,
        };
        return new ApiException(failure, status, inner);
    }
}
