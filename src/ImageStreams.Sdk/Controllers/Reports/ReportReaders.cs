using System.Threading.Channels;

namespace ImageStreams.Controllers;

/// <summary>The readers of one kind of results, each with a buffer of its own.</summary>
internal sealed class ReportReaders<T>(int capacity)
{
    private readonly Lock _gate = new();
    private readonly HashSet<Channel<T>> _channels = [];

    /// <summary>Writes a result to each buffer, in the same order for all.</summary>
    public void Write(T result)
    {
        lock (_gate)
        {
            foreach (var channel in _channels)
            {
                channel.Writer.TryWrite(result);
            }
        }
    }

    /// <summary>Opens a buffer for all results from now on.</summary>
    public Channel<T> Open(Action dropped)
    {
        var options = new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };
        var channel = Channel.CreateBounded<T>(options, _ => dropped());
        lock (_gate)
        {
            _channels.Add(channel);
        }

        return channel;
    }

    public void Close(Channel<T> channel)
    {
        lock (_gate)
        {
            _channels.Remove(channel);
        }
    }
}
