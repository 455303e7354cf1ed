using Microsoft.Extensions.Logging;

namespace ImageStreams.Controllers;

/// <summary>The log messages of feeds and of kept state.</summary>
internal static partial class ControllerLog
{
    [LoggerMessage(301, LogLevel.Information, "{Count} streams were listed at version {Version}; {Changes} of them were told.")]
    public static partial void Listed(this ILogger logger, int count, string? version, int changes);

    [LoggerMessage(302, LogLevel.Information, "The watch of streams is too far behind and lists them again. {Sentence}")]
    public static partial void FellBehind(this ILogger logger, string sentence);

    [LoggerMessage(303, LogLevel.Warning, "Streams could not be {Action}; next attempt in {Delay}. {Sentence}")]
    public static partial void FeedFailed(this ILogger logger, string action, TimeSpan delay, string sentence, Exception exception);

    [LoggerMessage(304, LogLevel.Error, "An observer of streams failed; the feed goes on. {Sentence}")]
    public static partial void ObserverFailed(this ILogger logger, string sentence, Exception exception);

    [LoggerMessage(311, LogLevel.Warning, "The state {Section} {Key} is ignored: {Sentence}")]
    public static partial void StateIgnored(this ILogger logger, string section, string key, string sentence);

    [LoggerMessage(312, LogLevel.Warning, "{Count} records of state could not be written; they are kept for the next attempt. {Sentence}")]
    public static partial void StateNotWritten(this ILogger logger, int count, string sentence, Exception exception);

    [LoggerMessage(313, LogLevel.Information, "{Count} records of state were restored from {Section}.")]
    public static partial void StateRestored(this ILogger logger, int count, string section);
}
