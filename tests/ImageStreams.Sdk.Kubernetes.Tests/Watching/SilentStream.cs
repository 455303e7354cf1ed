namespace ImageStreams.Tests.Kubernetes;

/// <summary>A connection on which some bytes come, and then nothing, without an end.</summary>
internal sealed class SilentStream(byte[] bytes) : MemoryStream(bytes)
{
    private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A task that ends when the reader waits in vain.</summary>
    public Task Stalled => _stalled.Task;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        if (read == 0)
        {
            var end = Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            _stalled.TrySetResult();
            await end;
        }

        return read;
    }
}
