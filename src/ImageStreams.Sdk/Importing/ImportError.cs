using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>The error of an image or a repository that could not be imported.</summary>
public sealed record ImportError
{
    /// <summary>
    /// The reason as the API names it: <c>NotFound</c>, <c>Unauthorized</c>, <c>Forbidden</c>, <c>TooManyRequests</c>,
    /// <c>InternalError</c>.
    /// </summary>
    public required string Reason { get; init; }

    /// <summary>The human-readable message.</summary>
    public required string Message { get; init; }

    /// <summary>The failure of the registry; null when the image it served cannot be used.</summary>
    public RegistryFailure? Failure { get; init; }

    /// <summary>The defect of the image that the registry served; null when the registry served none.</summary>
    public ImageFormatFailure? FormatFailure { get; init; }

    /// <summary>Gets a value indicating whether another attempt may succeed without any change.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The delay before another attempt that the registry requests; null for none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Returns a short text, such as <c>NotFound: quay.io has no such tag.</c></summary>
    public override string ToString() => $"{Reason}: {Message}";

    internal static ImportError FromException(RegistryException exception) => new()
    {
        Reason = GetReason(exception.Reason),
        Message = exception.Message,
        Failure = exception.Reason,
        IsTransient = exception.IsTransient,
        RetryAfter = exception.RetryAfter,
    };

    internal static ImportError FromException(ImageFormatException exception) =>
        new() { Reason = StatusReasons.InternalError, Message = exception.Message, FormatFailure = exception.Reason };

    /// <summary>Creates the error of a tag that has another digest than the one that was decided on.</summary>
    internal static ImportError CreateMoved(ImageReference reference, Digest required, Digest found) => new()
    {
        Reason = StatusReasons.InternalError,
        Message = $"{reference} has been pushed again: it is {found} now and no longer {required}.",
        IsTransient = true,
    };

    private static string GetReason(RegistryFailure failure) => failure switch
    {
        RegistryFailure.ManifestNotFound or RegistryFailure.BlobNotFound or RegistryFailure.RepositoryNotFound =>
            StatusReasons.NotFound,
        RegistryFailure.Unauthorized or RegistryFailure.Denied => StatusReasons.Unauthorized,
        RegistryFailure.RateLimited => StatusReasons.TooManyRequests,
        RegistryFailure.Blocked => StatusReasons.Forbidden,
        _ => StatusReasons.InternalError,
    };
}
