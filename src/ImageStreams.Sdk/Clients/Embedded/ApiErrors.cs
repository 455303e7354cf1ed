using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>What an API server says when it does not do what it was asked for.</summary>
/// <remarks>
/// The sentences for what is not there, there already or changed are those of Kubernetes, which tools look for; those
/// of the single causes are this library's own.
/// </remarks>
internal static class ApiErrors
{
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

    /// <summary>The object is not the one, or not in the state, that the caller believes.</summary>
    public static ApiException Conflict(string resource, string name, string why, Exception? inner = null) => Create(
        ApiFailure.Conflict,
        409,
        StatusReasons.Conflict,
        $"Operation cannot be fulfilled on {GetQualifiedName(resource)} {Quote(name)}: {why}",
        CreateDetails(resource, name),
        inner);

    /// <summary>Somebody else was faster.</summary>
    public static ApiException Modified(string resource, string name, Exception? inner = null) => Conflict(
        resource,
        name,
        "the object has been modified; please apply your changes to the latest version and try again",
        inner);

    public static ApiException BadRequest(string message, Exception? inner = null) =>
        Create(ApiFailure.BadRequest, 400, StatusReasons.BadRequest, message, null, inner);

    /// <summary>The state or the changes asked for are no longer kept.</summary>
    public static ApiException Gone(string message, Exception? inner = null) =>
        Create(ApiFailure.Gone, 410, StatusReasons.Expired, message, null, inner);

    /// <param name="what">The kind, or the resource where the server names that.</param>
    /// <param name="name">The object's name; empty when it has none.</param>
    /// <param name="errors">Everything that is wrong.</param>
    public static ApiException Invalid(string what, string name, ValueList<FieldError> errors)
    {
        var texts = errors.Select(error => $"{error.Field}: {FieldErrorTexts.Describe(error)}").ToList();
        var all = texts is [var only] ? only : $"[{string.Join(", ", texts)}]";
        var details = CreateDetails(what, name) with { Causes = errors.Select(FieldErrorTexts.ToCause).ToValueList() };
        return Create(ApiFailure.Invalid, 422, StatusReasons.Invalid, $"{GetQualifiedName(what)} {Quote(name)} is invalid: {all}", details);
    }

    /// <summary>The resource does not offer that.</summary>
    public static ApiException MethodNotAllowed(string message) =>
        Create(ApiFailure.MethodNotAllowed, 405, StatusReasons.MethodNotAllowed, message, null);

    /// <summary>What OpenShift answers with 500 and no reason, though it is the caller's mistake.</summary>
    public static ApiException Unexpected(string message, Exception? inner = null) =>
        Create(ApiFailure.InternalError, 500, null, message, null, inner);

    /// <summary>A name within quotation marks; a line break in it cannot fake a line of a log.</summary>
    public static string Quote(string name) => $"\"{PrintableText.Escape(name)}\"";

    private static string GetQualifiedName(string resource) => $"{resource}.{ResourceNames.Group}";

    private static StatusDetails CreateDetails(string resource, string name) => new()
    {
        Name = name.Length == 0 ? null : name,
        Group = ResourceNames.Group,
        Kind = resource,
    };

    private static ApiException Create(
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
