using Microsoft.Extensions.Logging;

namespace ImageStreams.Importing;

/// <summary>The log messages of imports.</summary>
internal static partial class ImportLog
{
    [LoggerMessage(101, LogLevel.Information, "{Namespace}/{Stream}:{Tag}: {PullSpec} is {Image} now, from {Registry}.")]
    public static partial void Imported(
        this ILogger logger, string? @namespace, string? stream, string tag, string? pullSpec, string? image, string registry);

    [LoggerMessage(102, LogLevel.Debug, "{Namespace}/{Stream}:{Tag}: {PullSpec} is still {Image}.")]
    public static partial void Unchanged(
        this ILogger logger, string? @namespace, string? stream, string tag, string? pullSpec, string image);

    [LoggerMessage(103, LogLevel.Warning, "{Namespace}/{Stream}:{Tag}: {PullSpec} could not be imported: {Reason}. {Sentence}")]
    public static partial void Failed(
        this ILogger logger, string? @namespace, string? stream, string tag, string? pullSpec, string reason, string sentence);

    [LoggerMessage(104, LogLevel.Warning, "{PullSpec} could not be listed: {Reason}. {Sentence}")]
    public static partial void NotListed(this ILogger logger, string? pullSpec, string reason, string sentence);

    [LoggerMessage(105, LogLevel.Warning, "The import into {Stream} was refused: {Reason}. {Sentence}")]
    public static partial void Refused(this ILogger logger, string stream, string? reason, string? sentence);
}
