using ImageStreams.Clients;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Controllers;

/// <content>What the API refuses to show, and what the log says of an outage.</content>
public sealed partial class Reflector<T>
{
    /// <summary>The log was told of the present outage. The watch and the list take turns: no other thread sets it.</summary>
    private bool _isOutageSaid;

    private static bool IsRefusal(Exception exception) =>
        exception is ApiException { Reason: ApiFailure.Unauthorized or ApiFailure.Forbidden or ApiFailure.NotFound };

    /// <summary>Gets the wait before a list that the API refuses is tried again; null for other errors.</summary>
    private TimeSpan? FindRecheck(Exception exception) =>
        exception is ApiException { Reason: ApiFailure.Forbidden or ApiFailure.NotFound } ? _options.RecheckInterval : null;

    /// <summary>Gets the wait after an error; what may not be seen counts as none from now on.</summary>
    private TimeSpan GetDelay(Exception exception, int failures)
    {
        if (FindRecheck(exception) is not { } interval || !_mustList)
        {
            return GetDelay(failures);
        }

        _synced.TrySetResult();
        return Objects.Count > 0 && _options.DropRefusedAfter < interval ? _options.DropRefusedAfter.Value : interval;
    }

    /// <summary>Notes since when the API refuses, and drops the objects when that is certain.</summary>
    /// <returns>True when they were dropped.</returns>
    private bool ObserveRefusal(Exception exception)
    {
        if (!IsRefusal(exception))
        {
            return false;
        }

        var now = _timeProvider.GetUtcNow();
        Change(status => status with { RefusedSince = status.RefusedSince ?? now });
        if (Status is not { RefusedSince: { } since, Objects: > 0 } || !(now - since >= _options.DropRefusedAfter))
        {
            return false;
        }

        _logger.Dropped(_source.Resource, since, exception.Message);
        Tell(() => Objects.Replace([]));
        return _mustList = true;
    }

    /// <summary>Ends a watch whose objects were dropped: it would tell of changes alone.</summary>
    private void EndIfDropped(ApiException exception, CancellationTokenSource watch)
    {
        if (ObserveRefusal(exception))
        {
            watch.Cancel();
        }
    }

    private void SayInterrupted(ApiException exception)
    {
        if (!_isOutageSaid)
        {
            _isOutageSaid = true;
            _logger.WatchInterrupted(_source.Resource, exception.Message, exception);
        }
    }

    /// <summary>Tells the log of an error: aloud once in an outage.</summary>
    private void SayFailed(Exception exception, string action, TimeSpan delay)
    {
        var level = _isOutageSaid ? LogLevel.Debug : LogLevel.Warning;
        _isOutageSaid = true;
        if (!_mustList || FindRecheck(exception) is not { } interval)
        {
            _logger.ReflectorFailed(level, _source.Resource, action, delay, exception.Message, exception);
        }
        else if (exception is ApiException { Reason: ApiFailure.NotFound })
        {
            _logger.NotServed(level == LogLevel.Debug ? level : LogLevel.Information, _source.Resource, interval);
        }
        else
        {
            _logger.NotAllowed(level, _source.Resource, interval, exception.Message);
        }
    }
}
