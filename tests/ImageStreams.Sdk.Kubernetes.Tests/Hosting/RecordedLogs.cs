using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Keeps the messages of all categories.</summary>
internal sealed class RecordedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLines<object>> _logs = new();

    public IReadOnlyList<string> Messages => [.. _logs.SelectMany(static log => log.Lines)];

    public ILogger CreateLogger(string categoryName)
    {
        var log = new LogLines<object>(LogLevel.Trace);
        _logs.Enqueue(log);
        return log;
    }

    /// <summary>The number of messages that contain a text.</summary>
    public int Count(string text) => Messages.Count(message => message.Contains(text, StringComparison.Ordinal));

    public void Dispose()
    {
    }
}
