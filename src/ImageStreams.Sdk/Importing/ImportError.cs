using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Why something could not be imported.</summary>
public sealed record ImportError
{
    internal const string NotFound = "NotFound";
    internal const string Unauthorized = "Unauthorized";
    internal const string Forbidden = "Forbidden";
    internal const string TooManyRequests = "TooManyRequests";
    internal const string InternalError = "InternalError";

    /// <summary>
    /// Why, as the API names it: <c>NotFound</c>, <c>Unauthorized</c>, <c>Forbidden</c>, <c>TooManyRequests</c>,
    /// <c>InternalError</c>.
    /// </summary>
    public required string Reason { get; init; }

    /// <summary>Why, for a person.</summary>
    public required string Message { get; init; }

    /// <summary>What the registry did; null when its image is what cannot be used.</summary>
    public RegistryFailure? Failure { get; init; }

    /// <summary>Whether another try may succeed without anybody changing anything.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the registry wants to be left alone; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    internal static ImportError FromException(RegistryException exception) => new()
    {
        Reason = GetReason(exception.Reason),
        Message = exception.Message,
        Failure = exception.Reason,
        IsTransient = exception.IsTransient,
        RetryAfter = exception.RetryAfter,
    };

    internal static ImportError FromException(ImageFormatException exception) =>
        new() { Reason = InternalError, Message = exception.Message };

    private static string GetReason(RegistryFailure failure) => failure switch
    {
        RegistryFailure.ManifestNotFound or RegistryFailure.BlobNotFound or RegistryFailure.RepositoryNotFound => NotFound,
        RegistryFailure.Unauthorized or RegistryFailure.Denied => Unauthorized,
        RegistryFailure.RateLimited => TooManyRequests,
        RegistryFailure.Blocked => Forbidden,
        _ => InternalError,
    };
}
