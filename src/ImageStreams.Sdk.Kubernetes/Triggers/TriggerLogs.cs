using Microsoft.Extensions.Logging;

namespace ImageStreams.Kubernetes;

/// <summary>The log messages about triggers in a cluster.</summary>
internal static partial class TriggerLogs
{
    [LoggerMessage(621, LogLevel.Warning, "The objects of {Resource} in {Scope} are left alone: {Sentence}. They are looked for every {Interval}.")]
    public static partial void LeftAlone(this ILogger logger, string resource, string scope, string sentence, TimeSpan interval);

    [LoggerMessage(622, LogLevel.Information, "The cluster does not have {Resource}; they are looked for every {Interval}.")]
    public static partial void NotServed(this ILogger logger, string resource, TimeSpan interval);

    [LoggerMessage(623, LogLevel.Information, "The objects of {Resource} in {Scope} are followed now.")]
    public static partial void Followed(this ILogger logger, string resource, string scope);

    [LoggerMessage(624, LogLevel.Information, "{Server} has OpenShift's own controllers: {Work} are left to them. Set TakesOver to do their work here.")]
    public static partial void LeftToCluster(this ILogger logger, Uri server, string work);

    [LoggerMessage(625, LogLevel.Warning, "Events are not written, and are dropped: {Sentence}")]
    public static partial void EventsFailed(this ILogger logger, string sentence);
}
