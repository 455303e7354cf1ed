using System.Runtime.CompilerServices;
using ImageStreams.Controllers;

namespace ImageStreams.Tests.Hosting;

/// <summary>A source whose watch does not end when it is canceled, but when a test says so.</summary>
internal sealed class StubbornSource(Task end) : ITriggerSource
{
    public async IAsyncEnumerable<TriggerSourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return TriggerSourceEvent.Synced.Instance;
        await end;
    }
}
