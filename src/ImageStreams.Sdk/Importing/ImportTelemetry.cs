using System.Diagnostics;
using ImageStreams.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Importing;

/// <summary>Tells what became of looking up one tag: an activity, its duration, and a line in the log.</summary>
internal sealed class ImportTelemetry : IDisposable
{
    private readonly ILogger _logger;
    private readonly ImageStream _stream;
    private readonly string _tag;
    private readonly Activity? _activity;
    private readonly long _started = Stopwatch.GetTimestamp();

    public ImportTelemetry(ILogger logger, ImageStream stream, string tag)
    {
        (_logger, _stream, _tag) = (logger, stream, tag);
        _activity = ImageStreamsTelemetry.Activities.HasListeners() ? Start() : null;
    }

    private string? PullSpec => _stream.Spec.Tags.Find(_tag)?.From?.Name;

    /// <summary>Tells of the outcome.</summary>
    public void End(ImageLookupResult found)
    {
        Log(found);
        var error = (found as ImageLookupResult.Failed)?.Fault is { } fault ? fault.Failure?.ToString() ?? fault.Reason : null;
        _activity?.SetTag(TelemetryAttributes.Outcome, found.Outcome.ToString());
        if (error is not null)
        {
            _activity?.SetStatus(ActivityStatusCode.Error).SetTag(TelemetryAttributes.ErrorType, error);
        }

        if (ImageStreamsTelemetry.ImportDuration.Enabled)
        {
            ImageStreamsTelemetry.ImportDuration.Record(
                Stopwatch.GetElapsedTime(_started).TotalSeconds,
                new(TelemetryAttributes.Outcome, found.Outcome.ToString()),
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
            new(TelemetryAttributes.Tag, _tag),
            new(TelemetryAttributes.PullSpec, PullSpec),
        ]);

    private void Log(ImageLookupResult found)
    {
        var (ns, name) = (_stream.Metadata.Namespace, _stream.Metadata.Name);
        switch (found)
        {
            case ImageLookupResult.Fetched fetched:
                _logger.Imported(ns, name, _tag, PullSpec, fetched.Image.Image.Metadata.Name, fetched.Source.Registry);
                break;
            case ImageLookupResult.Unchanged known when _logger.IsEnabled(LogLevel.Debug):
                _logger.Unchanged(ns, name, _tag, PullSpec, known.Image.ToString());
                break;
            case ImageLookupResult.Failed missing:
                _logger.Failed(ns, name, _tag, PullSpec, missing.Fault.Reason, missing.Fault.Message);
                break;
        }
    }
}
