using System.Runtime.CompilerServices;
using ImageStreams.Controllers;

namespace ImageStreams.Tests.Hosting;

/// <summary>A source that never tells anything.</summary>
internal sealed class SilentSource : ITriggerSource
{
    public async IAsyncEnumerable<TriggerSourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        yield break;
    }
}
