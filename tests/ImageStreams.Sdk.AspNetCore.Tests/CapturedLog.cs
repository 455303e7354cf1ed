using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Keeps what is logged.</summary>
internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Channel<string> _new = Channel.CreateUnbounded<string>();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = $"{logLevel}: {formatter(state, exception)} {exception}";
        _lines.Enqueue(line);
        _new.Writer.TryWrite(line);
    }

    /// <summary>Waits for a line that has a text in it, and nobody has waited for.</summary>
    public async Task<string> WaitForAsync(string part)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            if (await _new.Reader.ReadAsync(patience.Token) is var line && line.Contains(part, StringComparison.Ordinal))
            {
                return line;
            }
        }
    }

    public void Dispose() => _lines.Clear();
}
