using System.Runtime.CompilerServices;
using ImageStreams.Controllers;

namespace ImageStreams.Tests.Controllers;

/// <summary>A source whose watches each tell some events and then fail, but the last one, which goes on.</summary>
internal sealed class BrokenTriggerSource(params TriggerSourceEvent[][] watches) : ITriggerSource
{
    private int _watch = -1;

    /// <summary>A task for each watch, which ends when it has told all of its events.</summary>
    public IReadOnlyList<TaskCompletionSource> Told { get; } = watches.Select(_ => new TaskCompletionSource()).ToList();

    public async IAsyncEnumerable<TriggerSourceEvent> WatchAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        _watch++;
        foreach (var change in watches[_watch])
        {
            yield return change;
        }

        Told[_watch].SetResult();
        if (_watch < watches.Length - 1)
        {
            throw new IOException("The connection was cut.");
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }
}
