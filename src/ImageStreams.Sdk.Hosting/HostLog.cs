using Microsoft.Extensions.Logging;

namespace ImageStreams.Hosting;

/// <summary>The log messages of the hosted controllers.</summary>
internal static partial class HostLog
{
    [LoggerMessage(401, LogLevel.Error, "The loop '{Loop}' died and starts again in {Delay}.")]
    public static partial void LoopDied(this ILogger logger, Exception exception, string loop, TimeSpan delay);

    [LoggerMessage(402, LogLevel.Information, "The loop '{Loop}' works again.")]
    public static partial void LoopRecovered(this ILogger logger, string loop);

    [LoggerMessage(403, LogLevel.Information, "The controllers of image streams have started with {Records} records of their state.")]
    public static partial void Started(this ILogger logger, int records);

    [LoggerMessage(404, LogLevel.Information, "The controllers of image streams stop; {Imports} imports are running.")]
    public static partial void Stopping(this ILogger logger, int imports);

    [LoggerMessage(405, LogLevel.Information, "The controllers of image streams have stopped.")]
    public static partial void Stopped(this ILogger logger);

    [LoggerMessage(406, LogLevel.Warning, "The host's time to shut down is over: {Imports} imports are canceled.")]
    public static partial void ImportsCanceled(this ILogger logger, int imports);

    [LoggerMessage(407, LogLevel.Error, "The import of {Stream} failed unexpectedly; it is retried.")]
    public static partial void ImportFailed(this ILogger logger, Exception exception, string stream);

    [LoggerMessage(408, LogLevel.Warning, "The state could not be written, and is written later: {Sentence}")]
    public static partial void StateNotWritten(this ILogger logger, string sentence);

    [LoggerMessage(409, LogLevel.Information, "The store works again.")]
    public static partial void StoreRecovered(this ILogger logger);

    [LoggerMessage(410, LogLevel.Error, "The last changes of the state could not be written before the end.")]
    public static partial void StateLost(this ILogger logger);

    [LoggerMessage(411, LogLevel.Warning, "The state could not be read: {Sentence} It is tried again in {Delay}.")]
    public static partial void StateNotRead(this ILogger logger, string sentence, TimeSpan delay);

    [LoggerMessage(412, LogLevel.Information, "{Stream}: {Imported} imported, {Unchanged} unchanged, {Failed} failed.")]
    public static partial void ImportRan(this ILogger logger, string stream, int imported, int unchanged, int failed);

    [LoggerMessage(413, LogLevel.Debug, "{Stream}: {Unchanged} unchanged.")]
    public static partial void NothingMoved(this ILogger logger, string stream, int unchanged);

    [LoggerMessage(414, LogLevel.Warning, "{Stream}:{Tag} failed: {Reason}. {Sentence}")]
    public static partial void TagFailed(this ILogger logger, string stream, string tag, string? reason, string? sentence);

    [LoggerMessage(415, LogLevel.Information, "The shard {Shard} is worked on here now, with {Streams} streams.")]
    public static partial void ShardGained(this ILogger logger, int shard, int streams);

    [LoggerMessage(416, LogLevel.Information, "The shard {Shard} is no longer worked on here.")]
    public static partial void ShardLost(this ILogger logger, int shard);

    [LoggerMessage(417, LogLevel.Information, "The import of {Stream} was canceled.")]
    public static partial void ImportCanceled(this ILogger logger, string stream);

    [LoggerMessage(418, LogLevel.Information, "A reaction was canceled.")]
    public static partial void ReactionCanceled(this ILogger logger);

    [LoggerMessage(419, LogLevel.Error, "The target of triggers failed; the object is retried.")]
    public static partial void TargetThrew(this ILogger logger, Exception exception);

    [LoggerMessage(420, LogLevel.Error, "Work did not end when it was canceled, and is left behind.")]
    public static partial void WorkAbandoned(this ILogger logger);

    [LoggerMessage(421, LogLevel.Error, "The store refuses the record '{Key}' of the state's section '{Section}', which is lost: {Sentence}")]
    public static partial void RecordRefused(this ILogger logger, string section, string key, string sentence);
}
