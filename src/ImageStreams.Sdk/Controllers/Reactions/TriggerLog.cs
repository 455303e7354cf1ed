using Microsoft.Extensions.Logging;

namespace ImageStreams.Controllers;

/// <summary>The log messages of triggers.</summary>
internal static partial class TriggerLog
{
    [LoggerMessage(201, LogLevel.Information, "{Kind} {Namespace}/{Name}: a build was started for {Image}.")]
    public static partial void BuildStarted(
        this ILogger logger, string kind, string @namespace, string name, string? image);

    [LoggerMessage(202, LogLevel.Information, "{Kind} {Namespace}/{Name} has new images. {Sentence}")]
    public static partial void Updated(this ILogger logger, string kind, string @namespace, string name, string sentence);

    [LoggerMessage(203, LogLevel.Debug, "{Kind} {Namespace}/{Name}: nothing to do. {Sentence}")]
    public static partial void Skipped(this ILogger logger, string kind, string @namespace, string name, string sentence);

    [LoggerMessage(204, LogLevel.Warning, "{Kind} {Namespace}/{Name} has an invalid trigger: {Reason}. {Sentence}")]
    public static partial void Invalid(
        this ILogger logger, string kind, string @namespace, string name, string reason, string sentence);

    [LoggerMessage(205, LogLevel.Warning, "{Kind} {Namespace}/{Name} is retried at {RetryAt:O}. {Sentence}")]
    public static partial void Postponed(
        this ILogger logger, string kind, string @namespace, string name, DateTimeOffset retryAt, string sentence);

    [LoggerMessage(206, LogLevel.Warning, "{Kind} {Namespace}/{Name} is held by the fuse. {Sentence}")]
    public static partial void Held(this ILogger logger, string kind, string @namespace, string name, string sentence);

    [LoggerMessage(207, LogLevel.Debug, "{Kind} {Namespace}/{Name} waits. {Sentence}")]
    public static partial void Waiting(this ILogger logger, string kind, string @namespace, string name, string sentence);

    [LoggerMessage(208, LogLevel.Warning, "{Kind} {Namespace}/{Name}: the target failed with {Error}; it is retried.")]
    public static partial void TargetFailed(this ILogger logger, string kind, string @namespace, string name, string error);

    [LoggerMessage(209, LogLevel.Debug, "{Kind} {Namespace}/{Name} is delayed. {Sentence}")]
    public static partial void Delayed(this ILogger logger, string kind, string @namespace, string name, string sentence);

    [LoggerMessage(210, LogLevel.Warning, "The annotation {Annotation} of {Tag} is no delay, such as 30m, and is ignored.")]
    public static partial void UnreadableMaturity(this ILogger logger, string tag, string annotation);

    [LoggerMessage(211, LogLevel.Warning, "The state record {Section} {Key} cannot be read, and is ignored.")]
    public static partial void UnreadableState(this ILogger logger, string section, string key);
}
