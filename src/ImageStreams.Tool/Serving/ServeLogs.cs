using Microsoft.Extensions.Logging;

namespace ImageStreams.Tool;

/// <summary>Writes warnings and errors of the server to the standard error, a line each.</summary>
internal sealed class ServeLogs(ToolEnvironment environment) : ILoggerProvider
{
    private readonly Lock _writing = new();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Category(this);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Write(LogLevel level, string message)
    {
        lock (_writing)
        {
            var output = TextOutput.ForError(environment);
            output.Write(level > LogLevel.Warning ? "error: " : "warning: ", level > LogLevel.Warning ? Tone.Error : Tone.Warning);
            output.WriteLine(message);
        }
    }

    private sealed class Category(ServeLogs logs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                logs.Write(logLevel, exception is null ? formatter(state, exception) : $"{formatter(state, exception)}: {exception.Message}");
            }
        }
    }
}
