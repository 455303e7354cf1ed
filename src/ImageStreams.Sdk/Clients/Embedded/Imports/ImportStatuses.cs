using ImageStreams.Importing;

namespace ImageStreams.Clients;

/// <summary>How an import says what came of one image.</summary>
internal static class ImportStatuses
{
    /// <summary>The image was found.</summary>
    public static KubernetesStatus Success { get; } = new() { Status = "Success" };

    /// <summary>Images may not come from that registry.</summary>
    public static KubernetesStatus Forbidden(string pullSpec, string message) =>
        Failure(403, "Forbidden", $"{Named(pullSpec)} is forbidden: {message}", About(pullSpec));

    /// <summary>The image could not be imported.</summary>
    public static KubernetesStatus Of(ImportFault fault, string pullSpec) => fault.Reason switch
    {
        "NotFound" => Failure(404, fault.Reason, fault.Message, About(pullSpec)),
        "Unauthorized" => Failure(401, fault.Reason, fault.Message, details: null),
        "Forbidden" => Failure(403, fault.Reason, fault.Message, About(pullSpec)),
        "TooManyRequests" => Failure(429, fault.Reason, fault.Message, WaitOf(fault)),
        _ => InternalError(fault.Message, WaitOf(fault)),
    };

    /// <summary>The tags of the repository could not be listed.</summary>
    /// <remarks>OpenShift tells missing credentials here as an internal error.</remarks>
    public static KubernetesStatus OfRepository(ImportFault fault, string pullSpec) =>
        fault.Reason == "Unauthorized" ? InternalError(fault.Message) : Of(fault, pullSpec);

    /// <summary>Images of a repository that was listed could not be imported.</summary>
    public static KubernetesStatus SomeFailed(int count) => new()
    {
        Status = "Failure",
        Message = $"{count} of the images from this repository failed to import",
        Reason = "ImportFailed",
    };

    /// <summary>There is nothing that a registry could be asked for.</summary>
    public static KubernetesStatus Of(ImportObstacle obstacle, string pullSpec) =>
        InternalError($"{Named(pullSpec)} cannot be imported: {obstacle}");

    /// <summary>How long to wait before another try, in whole seconds, if the registry says so.</summary>
    private static StatusDetails? WaitOf(ImportFault fault) => fault.RetryAfter is { } wait && wait > TimeSpan.Zero
        ? new StatusDetails { RetryAfterSeconds = (int)Math.Min(Math.Ceiling(wait.TotalSeconds), int.MaxValue) }
        : null;

    private static KubernetesStatus InternalError(string message, StatusDetails? details = null) => Failure(
        500,
        "InternalError",
        message,
        (details ?? new StatusDetails()) with { Causes = [new StatusCause { Message = message }] });

    private static string Named(string pullSpec) =>
        $"{ResourceNames.RegistryImage}.{ResourceNames.Group} {ApiErrors.Quoted(pullSpec)}";

    private static StatusDetails About(string pullSpec) => new()
    {
        Name = pullSpec,
        Group = ResourceNames.Group,
        Kind = ResourceNames.RegistryImage,
    };

    private static KubernetesStatus Failure(int code, string reason, string message, StatusDetails? details) => new()
    {
        Status = "Failure",
        Message = message,
        Reason = reason,
        Details = details,
        Code = code,
    };
}
