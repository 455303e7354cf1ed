using System.Collections.Concurrent;
using System.Threading.Channels;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>The objects that a controller has to look at: each once, and those that failed again, later and later.</summary>
/// <remarks>Thread-safe for many writers and one reader. The delays double from 5 milliseconds to 1,000 seconds, as in a real
/// controller; there is no last attempt.</remarks>
/// <param name="timeProvider">The time provider.</param>
internal sealed class ReconcileQueue(TimeProvider timeProvider)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(1000);

    private readonly Channel<ObjectKey> _due = Channel.CreateUnbounded<ObjectKey>();
    private readonly ConcurrentDictionary<ObjectKey, bool> _waiting = [];
    private readonly ConcurrentDictionary<ObjectKey, TimeSpan> _delays = [];

    /// <summary>Adds an object; nothing happens when it waits already.</summary>
    public void Add(ObjectKey key)
    {
        if (_waiting.TryAdd(key, true))
        {
            _due.Writer.TryWrite(key);
        }
    }

    /// <summary>Waits for the next object.</summary>
    public async ValueTask<ObjectKey> TakeAsync(CancellationToken cancellationToken)
    {
        var key = await _due.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        _waiting.TryRemove(key, out _);
        return key;
    }

    /// <summary>Forgets the failures of an object.</summary>
    public void Forget(ObjectKey key) => _delays.TryRemove(key, out _);

    /// <summary>Adds an object that failed, after a delay.</summary>
    /// <returns>The delay.</returns>
    public TimeSpan AddLater(ObjectKey key, CancellationToken cancellationToken)
    {
        var delay = _delays.AddOrUpdate(key, FirstDelay, static (_, last) => last * 2 < MaxDelay ? last * 2 : MaxDelay);
        _ = AddAsync(key, delay, cancellationToken);
        return delay;
    }

    private async Task AddAsync(ObjectKey key, TimeSpan delay, CancellationToken cancellationToken)
    {
        await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!cancellationToken.IsCancellationRequested)
        {
            Add(key);
        }
    }
}
