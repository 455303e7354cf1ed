using Microsoft.Extensions.Logging;

namespace ImageStreams.Controllers;

/// <summary>The log messages of the watch for objects with triggers.</summary>
internal static partial class TriggerSourceLog
{
    [LoggerMessage(221, LogLevel.Warning, "The watch for objects with triggers failed and is started again: {Error}: {Sentence}")]
    public static partial void SourceFailed(this ILogger logger, string error, string sentence);

    [LoggerMessage(222, LogLevel.Information, "The watch for objects with triggers has ended and is started again.")]
    public static partial void SourceEnded(this ILogger logger);
}
