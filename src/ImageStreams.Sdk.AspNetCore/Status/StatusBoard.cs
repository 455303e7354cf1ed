namespace ImageStreams.AspNetCore;

/// <summary>The status that all viewers share: read anew when somebody asks and it is older than the interval.</summary>
/// <remarks>One read serves all who ask meanwhile, and goes on when one of them leaves.</remarks>
internal sealed class StatusBoard(StatusReader reader, TimeSpan interval, TimeProvider timeProvider)
{
    private readonly Lock _gate = new();
    private Task<StatusSnapshot>? _current;
    private long _readAt;

    /// <summary>Gets the current status.</summary>
    public Task<StatusSnapshot> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_current is null || (_current.IsCompleted && timeProvider.GetElapsedTime(_readAt) >= interval))
            {
                _readAt = timeProvider.GetTimestamp();
                _current = Task.Run(() => reader.ReadAsync(CancellationToken.None), CancellationToken.None);
            }

            return _current.WaitAsync(cancellationToken);
        }
    }
}
