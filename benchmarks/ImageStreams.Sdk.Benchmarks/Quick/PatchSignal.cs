using System.Diagnostics;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>Notes when a patch is sent, just before its bytes are on the wire.</summary>
public sealed class PatchSignal : DelegatingHandler
{
    private readonly SemaphoreSlim _sent = new(0);
    private long _time;

    /// <summary>Waits for the next patch.</summary>
    /// <returns>The time at which it was sent, as a timestamp of <see cref="Stopwatch"/>.</returns>
    public long Wait()
    {
        _sent.Wait();
        return Volatile.Read(ref _time);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Patch)
        {
            Volatile.Write(ref _time, Stopwatch.GetTimestamp());
            _sent.Release();
        }

        return base.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        _sent.Dispose();
        base.Dispose(disposing);
    }
}
