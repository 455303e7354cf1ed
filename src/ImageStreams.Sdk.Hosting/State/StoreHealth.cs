namespace ImageStreams.Hosting;

/// <summary>The time since which the store that keeps the state is unavailable.</summary>
internal sealed class StoreHealth(TimeProvider timeProvider)
{
    private readonly Lock _gate = new();
    private StoreOutage? _outage;

    /// <summary>The outage; null when the last operation succeeded.</summary>
    public StoreOutage? Outage
    {
        get
        {
            lock (_gate)
            {
                return _outage;
            }
        }
    }

    /// <summary>Records a failed operation.</summary>
    public void RecordFailure(string message)
    {
        lock (_gate)
        {
            _outage = new StoreOutage(_outage?.Since ?? timeProvider.GetUtcNow(), message);
        }
    }

    /// <summary>Records a successful operation.</summary>
    /// <returns>True when the one before had failed.</returns>
    public bool RecordSuccess()
    {
        lock (_gate)
        {
            var hadFailed = _outage is not null;
            _outage = null;
            return hadFailed;
        }
    }
}
