using Microsoft.Extensions.Logging;

namespace ImageStreams.Controllers;

/// <summary>The log messages of feeds and of kept state.</summary>
internal static partial class ControllerLog
{
    [LoggerMessage(301, LogLevel.Information, "{Count} {Resource} were listed at version {Version}; {Changes} of them were told.")]
    public static partial void Listed(this ILogger logger, string resource, int count, string? version, int changes);

    [LoggerMessage(302, LogLevel.Information, "The watch of {Resource} is too far behind and lists them again. {Sentence}")]
    public static partial void FellBehind(this ILogger logger, string resource, string sentence);

    [LoggerMessage(EventId = 303, Message = "The {Resource} could not be {Action}; next attempt in {Delay}. {Sentence}")]
    public static partial void ReflectorFailed(
        this ILogger logger, LogLevel level, string resource, string action, TimeSpan delay, string sentence, Exception exception);

    [LoggerMessage(304, LogLevel.Error, "An observer of {Resource} failed; the others are told. {Sentence}")]
    public static partial void ObserverFailed(this ILogger logger, string resource, string sentence, Exception exception);

    [LoggerMessage(305, LogLevel.Warning, "The watch of {Resource} was interrupted; it is repeated until it works. {Sentence}")]
    public static partial void WatchInterrupted(this ILogger logger, string resource, string sentence, Exception exception);

    [LoggerMessage(306, LogLevel.Information, "The {Resource} are watched again, after {Failures} failures since {Since}.")]
    public static partial void Recovered(this ILogger logger, string resource, int failures, DateTimeOffset since);

    [LoggerMessage(EventId = 307, Message = "The {Resource} may not be listed, and are none until they may; they are looked for every {Interval}. {Sentence}")]
    public static partial void NotAllowed(this ILogger logger, LogLevel level, string resource, TimeSpan interval, string sentence);

    [LoggerMessage(EventId = 308, Message = "The API does not have {Resource}; they are looked for every {Interval}.")]
    public static partial void NotServed(this ILogger logger, LogLevel level, string resource, TimeSpan interval);

    [LoggerMessage(309, LogLevel.Warning, "The {Resource} that were read are dropped: the API has refused to show them since {Since}. {Sentence}")]
    public static partial void Dropped(this ILogger logger, string resource, DateTimeOffset since, string sentence);

    [LoggerMessage(310, LogLevel.Warning, "There are more than {Limit} {Resource}; the others are left out.")]
    public static partial void LeftOut(this ILogger logger, int limit, string resource);

    [LoggerMessage(311, LogLevel.Warning, "The state {Section} {Key} is ignored: {Sentence}")]
    public static partial void StateIgnored(this ILogger logger, string section, string key, string sentence);

    [LoggerMessage(312, LogLevel.Warning, "{Count} records of state could not be written; they are kept for the next attempt. {Sentence}")]
    public static partial void StateNotWritten(this ILogger logger, int count, string sentence, Exception exception);

    [LoggerMessage(313, LogLevel.Information, "{Count} records of state were restored from {Section}.")]
    public static partial void StateRestored(this ILogger logger, int count, string section);

    [LoggerMessage(321, LogLevel.Information, "{Tag}: {Reason}. {Sentence}")]
    public static partial void TagReported(this ILogger logger, string tag, string reason, string sentence);
}
