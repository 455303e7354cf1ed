using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Why something could not be imported.</summary>
public sealed record ImportError
{
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
        Reason = ImportReasons.FromFailure(exception.Reason),
        Message = exception.Message,
        Failure = exception.Reason,
        IsTransient = exception.IsTransient,
        RetryAfter = exception.RetryAfter,
    };

    internal static ImportError FromException(ImageFormatException exception) =>
        new() { Reason = StatusReasons.InternalError, Message = exception.Message };
}
