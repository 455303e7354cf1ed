using Microsoft.Extensions.Logging;

namespace ImageStreams.Testing.Server;

/// <summary>The log messages of the controllers of a cluster.</summary>
internal static partial class ControllerMessages
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Object {Key} of {Resource} could not be reconciled.")]
    public static partial void ObjectFailed(this ILogger logger, Exception exception, string resource, string key);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "The watch of {Resource} failed.")]
    public static partial void WatchFailed(this ILogger logger, Exception exception, string resource);
}
