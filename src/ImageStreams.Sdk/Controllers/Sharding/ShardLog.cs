using Microsoft.Extensions.Logging;

namespace ImageStreams.Controllers;

/// <summary>The log messages of shards.</summary>
internal static partial class ShardLog
{
    [LoggerMessage(241, LogLevel.Information, "Replica {Replica} owns {Count} of {All} shards.")]
    public static partial void OwnedChanged(this ILogger logger, string replica, int count, int all);

    [LoggerMessage(242, LogLevel.Warning, "Replica {Replica} could not renew its leases, and tries again: {Error}: {Sentence}")]
    public static partial void RoundFailed(this ILogger logger, string replica, string error, string sentence);

    [LoggerMessage(243, LogLevel.Warning, "Replica {Replica} could not release its leases; they expire: {Error}: {Sentence}")]
    public static partial void ReleaseFailed(this ILogger logger, string replica, string error, string sentence);

    [LoggerMessage(244, LogLevel.Error, "Replica {Replica} could not tell that its shards have changed: {Error}: {Sentence}")]
    public static partial void HandlerFailed(this ILogger logger, string replica, string error, string sentence);
}
