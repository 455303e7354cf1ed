using ImageStreams.Importing;

namespace ImageStreams.Clients;

/// <summary>How an import says what came of one image.</summary>
internal static class ImportStatusTexts
{
    /// <summary>The image was found.</summary>
    public static KubernetesStatus Success { get; } = new() { Status = "Success" };

    /// <summary>Images may not come from that registry.</summary>
    public static KubernetesStatus Forbidden(string pullSpec, string message) =>
        CreateFailure(403, StatusReasons.Forbidden, $"{GetQualifiedName(pullSpec)} is forbidden: {message}", CreateDetails(pullSpec));

    /// <summary>The image could not be imported.</summary>
    public static KubernetesStatus FromError(ImportError fault, string pullSpec) => fault.Reason switch
    {
        StatusReasons.NotFound => CreateFailure(404, fault.Reason, fault.Message, CreateDetails(pullSpec)),
        StatusReasons.Unauthorized => CreateFailure(401, fault.Reason, fault.Message, details: null),
        StatusReasons.Forbidden => CreateFailure(403, fault.Reason, fault.Message, CreateDetails(pullSpec)),
        StatusReasons.TooManyRequests => CreateFailure(429, fault.Reason, fault.Message, FindRetryDetails(fault)),
        _ => InternalError(fault.Message, FindRetryDetails(fault)),
    };

    /// <summary>The tags of the repository could not be listed.</summary>
    /// <remarks>OpenShift tells missing credentials here as an internal error.</remarks>
    public static KubernetesStatus FromRepositoryError(ImportError fault, string pullSpec) =>
        fault.Reason == StatusReasons.Unauthorized ? InternalError(fault.Message) : FromError(fault, pullSpec);

    /// <summary>Images of a repository that was listed could not be imported.</summary>
    public static KubernetesStatus SomeFailed(int count) => new()
    {
        Status = "Failure",
        Message = $"{count} of the images from this repository failed to import",
        Reason = StatusReasons.ImportFailed,
    };

    /// <summary>There is nothing that a registry could be asked for.</summary>
    public static KubernetesStatus FromReason(NotImportableReason obstacle, string pullSpec) =>
        InternalError($"{GetQualifiedName(pullSpec)} cannot be imported: {obstacle}");

    /// <summary>How long to wait before another try, in whole seconds, if the registry says so.</summary>
    private static StatusDetails? FindRetryDetails(ImportError fault) => fault.RetryAfter is { } wait && wait > TimeSpan.Zero
        ? new StatusDetails { RetryAfterSeconds = (int)Math.Min(Math.Ceiling(wait.TotalSeconds), int.MaxValue) }
        : null;

    private static KubernetesStatus InternalError(string message, StatusDetails? details = null) => CreateFailure(
        500,
        StatusReasons.InternalError,
        message,
        (details ?? new StatusDetails()) with { Causes = [new StatusCause { Message = message }] });

    private static string GetQualifiedName(string pullSpec) =>
        $"{ResourceNames.RegistryImage}.{ResourceNames.Group} {ApiErrors.Quote(pullSpec)}";

    private static StatusDetails CreateDetails(string pullSpec) => new()
    {
        Name = pullSpec,
        Group = ResourceNames.Group,
        Kind = ResourceNames.RegistryImage,
    };

    private static KubernetesStatus CreateFailure(int code, string reason, string message, StatusDetails? details) => new()
    {
        Status = "Failure",
        Message = message,
        Reason = reason,
        Details = details,
        Code = code,
    };
}
