using System.Diagnostics;
using System.Globalization;
using ImageStreams.Diagnostics;
using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>The telemetry of one call: an activity, its duration, and the number of retries.</summary>
internal sealed class RegistryCallTelemetry : IDisposable
{
    private readonly RegistryCall _call;
    private readonly Activity? _activity;
    private readonly long _started = Stopwatch.GetTimestamp();
    private string? _error;

    public RegistryCallTelemetry(RegistryCall call)
    {
        _call = call;
        _activity = ImageStreamsTelemetry.Activities.HasListeners() ? Start(call) : null;
    }

    /// <summary>The number of attempts so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>Records the start of an attempt.</summary>
    public void Attempt()
    {
        if (++Attempts > 1)
        {
            ImageStreamsTelemetry.Retries.Add(1, ServerTags(_call.Repository.Registry));
            _activity?.SetTag(TelemetryAttributes.ResendCount, Attempts - 1);
        }
    }

    /// <summary>Records the failure of the call: the reason of a registry failure, or the type of another
    /// exception.</summary>
    public void Fail(Exception exception)
    {
        _error = exception is RegistryException { Reason: var failure } ? failure.ToString() : exception.GetType().FullName;
        _activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
        _activity?.SetTag(TelemetryAttributes.ErrorType, _error);
        if (exception is RegistryException { StatusCode: { } status })
        {
            _activity?.SetTag(TelemetryAttributes.StatusCode, (int)status);
        }
    }

    public void Dispose()
    {
        if (ImageStreamsTelemetry.RequestDuration.Enabled)
        {
            ImageStreamsTelemetry.RequestDuration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, MetricTags());
        }

        _activity?.Dispose();
    }

    private TagList MetricTags()
    {
        var tags = new TagList(ServerTags(_call.Repository.Registry)) { { TelemetryAttributes.Method, _call.Method.Method } };
        if (_error is not null)
        {
            tags.Add(TelemetryAttributes.ErrorType, _error);
        }

        return tags;
    }

    private static Activity? Start(RegistryCall call) => ImageStreamsTelemetry.Activities.StartActivity(
        $"registry {call.Method.Method}",
        ActivityKind.Client,
        default(ActivityContext),
        [
            .. ServerTags(call.Repository.Registry),
            new(TelemetryAttributes.Method, call.Method.Method),
            new(TelemetryAttributes.Repository, call.Repository.Name),
            new(TelemetryAttributes.Target, call.Target),
        ]);

    private static KeyValuePair<string, object?>[] ServerTags(string registry)
    {
        var split = RegistryHostPort.Split(registry);
        return int.TryParse(split.Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? [new(TelemetryAttributes.ServerAddress, split.Host), new(TelemetryAttributes.ServerPort, port)]
            : [new(TelemetryAttributes.ServerAddress, registry)];
    }
}
