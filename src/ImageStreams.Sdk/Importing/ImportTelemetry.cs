using System.Diagnostics;
using ImageStreams.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Importing;

/// <summary>The telemetry of one lookup: an activity, its duration, and a line in the log.</summary>
internal sealed class ImportTelemetry : IDisposable
{
    private readonly ILogger _logger;
    private readonly ImageStream _stream;
    private readonly TagReference _specTag;
    private readonly Activity? _activity;
    private readonly long _started = Stopwatch.GetTimestamp();

    public ImportTelemetry(ILogger logger, ImageStream stream, TagReference specTag)
    {
        _logger = logger;
        _stream = stream;
        _specTag = specTag;
        _activity = ImageStreamsTelemetry.Activities.HasListeners() ? Start() : null;
    }

    /// <summary>Reports the outcome.</summary>
    public void End(ImageImport import)
    {
        Log(import);
        var outcome = import.Outcome.ToString();
        var error = import.Error?.Failure?.ToString() ?? import.Error?.Reason;
        _activity?.SetTag(TelemetryAttributes.Outcome, outcome);
        if (error is not null)
        {
            _activity?.SetStatus(ActivityStatusCode.Error, import.Error?.Message).SetTag(TelemetryAttributes.ErrorType, error);
        }

        if (ImageStreamsTelemetry.ImportDuration.Enabled)
        {
            ImageStreamsTelemetry.ImportDuration.Record(
                Stopwatch.GetElapsedTime(_started).TotalSeconds,
                new(TelemetryAttributes.Outcome, outcome),
                new(TelemetryAttributes.ErrorType, error));
        }
    }

    public void Dispose() => _activity?.Dispose();

    private Activity? Start() => ImageStreamsTelemetry.Activities.StartActivity(
        "import",
        ActivityKind.Internal,
        default(ActivityContext),
        [
            new(TelemetryAttributes.Stream, $"{_stream.Metadata.Namespace}/{_stream.Metadata.Name}"),
            new(TelemetryAttributes.Tag, _specTag.Name),
            new(TelemetryAttributes.PullSpec, _specTag.From?.Name),
        ]);

    private void Log(ImageImport import)
    {
        var ns = _stream.Metadata.Namespace;
        var name = _stream.Metadata.Name;
        var pullSpec = _specTag.From?.Name;
        switch (import)
        {
            case { Error: { } error }:
                _logger.Failed(ns, name, _specTag.Name, pullSpec, error.Reason, error.Message);
                break;
            case { Image: { } image }:
                _logger.Imported(ns, name, _specTag.Name, pullSpec, image.Metadata.Name, import.Source!.Registry);
                break;
            case { Current: { } current } when _logger.IsEnabled(LogLevel.Debug):
                _logger.Unchanged(ns, name, _specTag.Name, pullSpec, current.ToString());
                break;
        }
    }
}
