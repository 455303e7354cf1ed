using ImageStreams.Clients;

namespace ImageStreams.Kubernetes;

/// <summary>The failures after which a watch goes on, and what its owner is told of them.</summary>
/// <remarks>Not safe for concurrent use.</remarks>
/// <param name="onInterrupted">Receives a failure, and null when the watch has begun or works again; null for nobody.</param>
internal sealed class WatchFailures(Action<ApiException?>? onInterrupted)
{
    private bool _hasWorked;
    private bool _isInterrupted;

    /// <summary>The number of failures in a row.</summary>
    public int Count { get; private set; }

    /// <summary>Determines whether the watch goes on after a failure.</summary>
    /// <remarks>What is wrong with the request stays wrong, and a version that is gone does not return. A server that once let the user
    /// watch refuses it for a while only: its credentials are renewed, its roles or the resource are being replaced.</remarks>
    public bool IsPassing(ApiException exception) => exception.Reason switch
    {
        ApiFailure.ServiceUnavailable or ApiFailure.Timeout or ApiFailure.TooManyRequests or ApiFailure.InternalError => true,
        ApiFailure.Unauthorized or ApiFailure.Forbidden or ApiFailure.NotFound => _hasWorked,
        ApiFailure.Unknown => _hasWorked && exception.Status.Code != 0,
        _ => false,
    };

    /// <summary>Records a failure, and tells of it.</summary>
    public void Add(ApiException exception)
    {
        Count++;
        _isInterrupted = true;
        onInterrupted?.Invoke(exception);
    }

    /// <summary>Records that a request ended before anything came.</summary>
    public void AddEmpty() => Count++;

    /// <summary>Records that the server has answered, and tells of it at the beginning and after a failure.</summary>
    public void SetWorking()
    {
        var isNews = _isInterrupted || !_hasWorked;
        (_hasWorked, _isInterrupted) = (true, false);
        if (isNews)
        {
            onInterrupted?.Invoke(null);
        }
    }

    /// <summary>Records that something came: the next failure is the first in its row.</summary>
    public void Reset() => Count = 0;
}
