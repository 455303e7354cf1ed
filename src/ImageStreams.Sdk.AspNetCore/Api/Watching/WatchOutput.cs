using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>The response of a watch.</summary>
internal sealed class WatchOutput(HttpContext context, WarningHeaders warnings, TimeSpan patience, TimeProvider timeProvider)
{
    private const int LongEnough = 32 * 1024;

    /// <summary>The writer of the response, which begins it.</summary>
    public PipeWriter Writer
    {
        get
        {
            Begin();
            return context.Response.BodyWriter;
        }
    }

    /// <summary>Gets a value indicating whether the response has begun, so that its status cannot change any more.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Sets the headers, once.</summary>
    public void Begin()
    {
        if (!HasStarted)
        {
            HasStarted = true;
            context.Response.ContentType = MediaTypes.Json;
            CacheHeaders.Set(context);
            warnings.WriteTo(context.Response);
        }
    }

    /// <summary>Sends what was written, or only the headers.</summary>
    /// <exception cref="TimeoutException">The reader did not take it in time.</exception>
    public async ValueTask FlushAsync()
    {
        var flush = Writer.FlushAsync(context.RequestAborted);
        if (!flush.IsCompleted)
        {
            await flush.AsTask().WaitAsync(patience, timeProvider).ConfigureAwait(false);
            return;
        }

        await flush.ConfigureAwait(false);
    }

    /// <summary>Sends what was written when it is long.</summary>
    /// <exception cref="TimeoutException">The reader did not take it in time.</exception>
    public ValueTask FlushIfLongAsync() => Writer.UnflushedBytes >= LongEnough ? FlushAsync() : default;
}
