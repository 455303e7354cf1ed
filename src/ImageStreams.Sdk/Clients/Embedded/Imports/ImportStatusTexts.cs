using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Creates the <c>Status</c> of each image of an import, with its sentences.</summary>
internal static class ImportStatusTexts
{
    private static readonly KubernetesStatus Success = new() { Status = "Success" };

    /// <summary>Creates the result of one image.</summary>
    /// <param name="import">The image with its outcome.</param>
    /// <param name="isStored">True if the image was stored: as in OpenShift, its manifest is then left out.</param>
    public static ImageImportStatus ToStatus(ImageImport import, bool isStored)
    {
        var pullSpec = import.SpecTag.From?.Name ?? "";
        return new ImageImportStatus
        {
            Status = FromError(import.Error, import.Error?.Reason == StatusReasons.NotFound ? GetTriedName(pullSpec) : pullSpec),
            Image = import.Image is null ? null : ToView(import, import.Image, isStored),
            Tag = FindSourceTag(pullSpec),
            Manifests = import.Manifests.Select(image => ToView(import, image, isStored)).ToValueList(),
        };
    }

    /// <summary>Creates the status of an image; a success when there is no error.</summary>
    public static KubernetesStatus FromError(ImportError? error, string pullSpec) =>
        error is null ? Success : CreateFailure(error, pullSpec);

    /// <summary>Creates the status of a repository; a success when there is no error.</summary>
    /// <remarks>OpenShift reports missing credentials here as an internal error.</remarks>
    public static KubernetesStatus FromRepositoryError(ImportError? error, string pullSpec) =>
        error is { Reason: StatusReasons.Unauthorized }
            ? CreateInternalError(error with { RetryAfter = null })
            : FromError(error, pullSpec);

    /// <summary>Creates the status of a repository that was listed, but some of whose images could not be imported.</summary>
    public static KubernetesStatus SomeFailed(int count) => new()
    {
        Status = "Failure",
        Message = $"{count} of the images from this repository failed to import",
        Reason = StatusReasons.ImportFailed,
    };

    /// <summary>Creates the error for an image that may not come from its registry.</summary>
    public static ImportError CreateForbidden(string pullSpec, string message) => new()
    {
        Reason = StatusReasons.Forbidden,
        Message = $"{GetQualifiedName(pullSpec)} is forbidden: {message}",
    };

    /// <summary>Creates the error for an image that no registry can have.</summary>
    public static ImportError CreateError(NotImportableReason reason, string pullSpec) => new()
    {
        Reason = StatusReasons.InternalError,
        Message = $"{GetQualifiedName(pullSpec)} cannot be imported: {reason}",
    };

    private static KubernetesStatus CreateFailure(ImportError error, string pullSpec) => error.Reason switch
    {
        StatusReasons.NotFound => CreateFailure(404, error, CreateDetails(pullSpec)),
        StatusReasons.Unauthorized => CreateFailure(401, error, details: null),
        StatusReasons.Forbidden => CreateFailure(403, error, CreateDetails(pullSpec)),
        StatusReasons.TooManyRequests => CreateFailure(429, error, FindRetryDetails(error)),
        _ => CreateInternalError(error),
    };

    private static KubernetesStatus CreateInternalError(ImportError error) => CreateFailure(
        500,
        error with { Reason = StatusReasons.InternalError },
        (FindRetryDetails(error) ?? new StatusDetails()) with { Causes = [new StatusCause { Message = error.Message }] });

    private static KubernetesStatus CreateFailure(int code, ImportError error, StatusDetails? details) => new()
    {
        Status = "Failure",
        Message = error.Message,
        Reason = error.Reason,
        Details = details,
        Code = code,
    };

    /// <summary>Finds the wait before another attempt that the registry requests, in whole seconds.</summary>
    private static StatusDetails? FindRetryDetails(ImportError error) => error.RetryAfter is { } wait && wait > TimeSpan.Zero
        ? new StatusDetails { RetryAfterSeconds = (int)Math.Min(Math.Ceiling(wait.TotalSeconds), int.MaxValue) }
        : null;

    private static string GetQualifiedName(string pullSpec) =>
        $"{ResourceNames.RegistryImage}.{ResourceNames.Group} {ApiErrors.Quote(pullSpec)}";

    private static StatusDetails CreateDetails(string pullSpec) => new()
    {
        Name = pullSpec,
        Group = ResourceNames.Group,
        Kind = ResourceNames.RegistryImage,
    };

    private static Image ToView(ImageImport import, Image image, bool isStored) =>
        import.IncludeManifest && !isStored ? image : ImageFactory.WithoutManifest(image);

    /// <summary>Gets the name that a registry was asked for: with the digest, or else with the tag.</summary>
    private static string GetTriedName(string pullSpec) => ImageReference.TryParse(pullSpec, out var reference)
        ? reference.ToDockerClientDefaults().ToExactString()
        : pullSpec;

    private static string? FindSourceTag(string pullSpec) =>
        ImageReference.TryParse(pullSpec, out var reference) && reference.Id.Length == 0
            ? reference.ToDockerClientDefaults().Tag
            : null;
}
