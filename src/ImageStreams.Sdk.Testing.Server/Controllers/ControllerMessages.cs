using Microsoft.Extensions.Logging;

namespace ImageStreams.Testing.Server;

/// <summary>The log messages of the controllers of a cluster.</summary>
internal static partial class ControllerMessages
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Object {Key} of {Resource} could not be reconciled; the next attempt is in {Delay}.")]
    public static partial void ObjectFailed(this ILogger logger, Exception exception, string resource, string key, TimeSpan delay);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "The watch of {Resource} failed.")]
    public static partial void WatchFailed(this ILogger logger, Exception exception, string resource);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "The event {Reason} of {Name} could not be recorded.")]
    public static partial void EventFailed(this ILogger logger, Exception exception, string reason, string name);
}
