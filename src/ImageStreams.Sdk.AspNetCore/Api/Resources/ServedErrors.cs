using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>Creates the exceptions of the served API, with the statuses and messages of Kubernetes.</summary>
public static class ServedErrors
{
    private const string TimeoutReason = "Timeout";

    /// <summary>Creates the error for a method that a path does not have (405).</summary>
    public static ApiException MethodNotAllowed() => Create(
        ApiFailure.MethodNotAllowed,
        405,
        StatusReasons.MethodNotAllowed,
        "the server does not allow this method on the requested resource",
        new StatusDetails());

    /// <summary>Creates the error for a resource that can be listed, and not watched (405).</summary>
    /// <param name="resource">The resource.</param>
    public static ApiException WatchNotSupported(ResourceDefinition resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Create(
            ApiFailure.MethodNotAllowed,
            405,
            StatusReasons.MethodNotAllowed,
            $"watch is not supported on resources of kind \"{resource.QualifiedName}\"",
            CreateDetails(resource, null));
    }

    /// <summary>Creates the error for a request that took too long (504).</summary>
    /// <param name="innerException">The cause; null for none.</param>
    public static ApiException Timeout(Exception? innerException = null) => Create(
        ApiFailure.Timeout,
        504,
        TimeoutReason,
        "Timeout: request did not complete within the allotted timeout",
        new StatusDetails(),
        innerException);

    /// <summary>Creates the error for a client that asks too much at a time (429).</summary>
    internal static ApiException TooManyRequests() => Create(
        ApiFailure.ServiceUnavailable,
        429,
        StatusReasons.TooManyRequests,
        "Too many requests, please try again later.",
        new StatusDetails { RetryAfterSeconds = 1 });

    /// <summary>Creates the error for a failure that nobody expected (500), which says nothing about its cause.</summary>
    internal static ApiException Internal(Exception exception) => Create(
        ApiFailure.InternalError,
        500,
        StatusReasons.InternalError,
        "Internal error occurred: see the log of the server",
        new StatusDetails(),
        exception);

    /// <summary>Creates the error for a path that is not served (404).</summary>
    public static ApiException ResourceNotFound() => Create(
        ApiFailure.NotFound, 404, StatusReasons.NotFound, "the server could not find the requested resource", new StatusDetails());

    /// <summary>Creates the error for an object that does not exist (404).</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="name">The object's name.</param>
    public static ApiException NotFound(ResourceDefinition resource, string name)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Create(
            ApiFailure.NotFound,
            404,
            StatusReasons.NotFound,
            $"{resource.QualifiedName} \"{name}\" not found",
            CreateDetails(resource, name));
    }

    /// <summary>Creates the error for a malformed request (400).</summary>
    /// <param name="message">The reason, in a sentence.</param>
    public static ApiException BadRequest(string message) =>
        Create(ApiFailure.BadRequest, 400, StatusReasons.BadRequest, message, null);

    /// <summary>Creates an error.</summary>
    /// <param name="failure">The kind of failure.</param>
    /// <param name="code">The HTTP status.</param>
    /// <param name="reason">The reason of the <c>Status</c>, as in <see cref="StatusReasons"/>; null for none.</param>
    /// <param name="message">The message.</param>
    /// <param name="details">The details; null for none.</param>
    /// <param name="innerException">The cause; null for none.</param>
    public static ApiException Create(
        ApiFailure failure,
        int code,
        string? reason,
        string message,
        StatusDetails? details = null,
        Exception? innerException = null) => new(failure, CreateStatus(code, reason, message, details), innerException);

    /// <summary>Creates the details of a status that concerns an object.</summary>
    internal static StatusDetails CreateDetails(ResourceDefinition resource, string? name) => new()
    {
        Name = string.IsNullOrEmpty(name) ? null : name,
        Group = resource.Group.Length == 0 ? null : resource.Group,
        Kind = resource.Plural,
    };

    /// <summary>Creates the status of a failure.</summary>
    internal static KubernetesStatus CreateStatus(int code, string? reason, string message, StatusDetails? details) => new()
    {
        Kind = "Status",
        ApiVersion = "v1",
        Status = "Failure",
        Message = message,
        Reason = reason,
        Details = details,
        Code = code,
    };
}
