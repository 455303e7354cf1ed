using ImageStreams.Controllers;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Kubernetes;

/// <summary>The log of a reflector under the name of whoever has it.</summary>
internal sealed class WatchLogger(ILogger logger) : ILogger<Reflector<ClusterObject>>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        logger.Log(logLevel, eventId, state, exception, formatter);
}
