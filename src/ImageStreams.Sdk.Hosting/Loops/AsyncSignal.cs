using System.Threading.Channels;

namespace ImageStreams.Hosting;

/// <summary>A signal for one waiter; several signals before it waits are one.</summary>
internal sealed class AsyncSignal
{
    private readonly Channel<bool> _channel =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => _channel.Writer.TryWrite(true);

    /// <summary>Waits for a signal, and takes it.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) =>
        _ = await _channel.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
}
