using System.Security.Cryptography;
using ImageStreams.Clients;
using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <content>The waits after errors, and the status.</content>
public sealed partial class Reflector<T>
{
    private const int JitterSteps = 1024;

    /// <summary>The number of watches in a row that were too far behind before they told anything.</summary>
    private int _behind;

    /// <summary>Lists at once where the first error means that changes were missed; otherwise waits.</summary>
    private async Task HandleAsync(Exception exception, string action, CancellationToken cancellationToken)
    {
        var failures = RecordError(exception, isFailure: true);
        ObserveRefusal(exception);
        if (exception is ApiException { Reason: ApiFailure.Gone })
        {
            _mustList = true;
            failures = ++_behind;
            if (failures == 1)
            {
                _logger.FellBehind(_source.Resource, exception.Message);
                return;
            }
        }

        var delay = GetDelay(exception, failures);
        SayFailed(exception, action, delay);
        await Task.Delay(delay, _timeProvider, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets the wait after an error, without up to half of it, so that many processes do not return together.</summary>
    private TimeSpan GetDelay(int failures)
    {
        var delay = Backoff.GetDelay(_options.RetryDelay, _options.MaxRetryDelay, failures);
        return delay * (1 - (RandomNumberGenerator.GetInt32(JitterSteps) / (2.0 * JitterSteps)));
    }

    /// <summary>Records what a watch that goes on by itself meets with: an error, or null when it works again.</summary>
    private void OnInterrupted(ApiException? exception, CancellationTokenSource watch)
    {
        if (exception is null)
        {
            RecordWorking();
        }
        else
        {
            RecordError(exception, isFailure: true);
            SayInterrupted(exception);
            EndIfDropped(exception, watch);
        }
    }

    /// <summary>Records that everything up to a version was told.</summary>
    private void Record(string? version)
    {
        RecordWorking();
        var now = _timeProvider.GetUtcNow();
        Change(status => status with { ResourceVersion = version, LastEvent = now });
    }

    private void RecordWorking()
    {
        ReflectorStatus before;
        lock (_gate)
        {
            before = _status;
            _status = before.Failures == 0 ? before : before with { Failures = 0, FailingSince = null, RefusedSince = null };
        }

        _isOutageSaid = false;

        if (before is { Failures: > 0, FailingSince: { } since })
        {
            _logger.Recovered(_source.Resource, before.Failures, since);
        }
    }

    /// <summary>Records an error, and returns the number of failures in a row.</summary>
    private int RecordError(Exception exception, bool isFailure)
    {
        var now = _timeProvider.GetUtcNow();
        lock (_gate)
        {
            _status = _status with
            {
                LastError = exception.Message,
                LastErrorTime = now,
                Failures = _status.Failures + (isFailure ? 1 : 0),
                FailingSince = isFailure ? _status.FailingSince ?? now : _status.FailingSince,
            };
            return _status.Failures;
        }
    }

    private string? GetVersion()
    {
        lock (_gate)
        {
            return _status.ResourceVersion;
        }
    }

    private void Change(Func<ReflectorStatus, ReflectorStatus> change)
    {
        lock (_gate)
        {
            _status = change(_status);
        }
    }
}
