using Microsoft.Extensions.Logging;

namespace ImageStreams.AspNetCore;

/// <summary>The log messages of the image API; none has a body or a credential in it.</summary>
internal static partial class ApiLog
{
    [LoggerMessage(801, LogLevel.Error, "Image API: {Method} {Path} failed.")]
    public static partial void Failed(this ILogger logger, Exception exception, string method, string path);

    [LoggerMessage(802, LogLevel.Warning, "Image API: the reader of a watch of {Path} was too slow, and was cut off.")]
    public static partial void SlowReader(this ILogger logger, string path);

    [LoggerMessage(803, LogLevel.Warning, "Image API: {Client} has too many requests in flight.")]
    public static partial void TooManyRequests(this ILogger logger, string client);
}
