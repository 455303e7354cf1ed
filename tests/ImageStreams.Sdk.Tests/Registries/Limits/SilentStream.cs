namespace ImageStreams.Tests.Registries;

/// <summary>Never gives a byte.</summary>
internal sealed class SilentStream : MemoryStream
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Started => _started.Task;

    public override bool CanSeek => false;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var waiting = Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        _started.TrySetResult();
        await waiting;
        return 0;
    }
}
