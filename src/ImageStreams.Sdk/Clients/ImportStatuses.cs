using ImageStreams.Importing;

namespace ImageStreams.Clients;

/// <summary>How an import says what came of one image.</summary>
internal static class ImportStatuses
{
    /// <summary>The image was found.</summary>
    public static KubernetesStatus Success { get; } = new() { Status = "Success" };

    /// <summary>Repositories as a whole are not imported.</summary>
    public static KubernetesStatus RepositoryNotImported { get; } = new()
    {
        Status = "Failure",
        Message = "whole repositories are not imported here: ask for each tag that is wanted, under spec.images",
        Reason = "MethodNotAllowed",
        Code = 405,
    };

    /// <summary>Images may not come from that registry.</summary>
    public static KubernetesStatus Forbidden(string pullSpec, string message) =>
        Failure(403, "Forbidden", $"{Named(pullSpec)} is forbidden: {message}", About(pullSpec));

    /// <summary>The image could not be imported.</summary>
    public static KubernetesStatus Of(TagImportResult.Failed failed, string pullSpec) => failed.Reason switch
    {
        "NotFound" => Failure(404, failed.Reason, failed.Message, About(pullSpec)),
        "Unauthorized" => Failure(401, failed.Reason, failed.Message, details: null),
        "TooManyRequests" => Failure(429, failed.Reason, failed.Message, WaitOf(failed)),
        _ => InternalError(failed.Message),
    };

    /// <summary>There is nothing that a registry could be asked for.</summary>
    public static KubernetesStatus Of(TagImportResult.NotImportable nothing, string pullSpec) =>
        InternalError($"{Named(pullSpec)} cannot be imported: {nothing.Obstacle}");

    /// <summary>How long to wait before another try, in whole seconds, if the registry says so.</summary>
    private static StatusDetails? WaitOf(TagImportResult.Failed failed) => failed.RetryAfter is { } wait && wait > TimeSpan.Zero
        ? new StatusDetails { RetryAfterSeconds = (int)Math.Min(Math.Ceiling(wait.TotalSeconds), int.MaxValue) }
        : null;

    private static KubernetesStatus InternalError(string message) => Failure(
        500, "InternalError", message, new StatusDetails { Causes = [new StatusCause { Message = message }] });

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
