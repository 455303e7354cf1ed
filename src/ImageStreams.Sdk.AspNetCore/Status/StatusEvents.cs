using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ImageStreams.AspNetCore;

/// <summary>Server-sent events: the whole status first, and then what changes.</summary>
internal sealed class StatusEvents(StatusBoard board, StatusPageOptions options, TimeProvider timeProvider, CancellationToken stopping)
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);
    private static readonly byte[] End = "\n\n"u8.ToArray();
    private static readonly byte[] Alive = ": alive\n\n"u8.ToArray();

    private readonly TimeSpan _interval = options.RefreshInterval;
    private readonly int _maxViewers = options.MaxViewers;
    private int _viewers;

    /// <summary>Writes events until the viewer leaves or the application stops.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (Interlocked.Increment(ref _viewers) > _maxViewers)
        {
            Interlocked.Decrement(ref _viewers);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "5";
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers["X-Accel-Buffering"] = "no";   // nginx would keep events back
            context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            await WriteAllAsync(context.Response.Body, end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return;   // the viewer has left, or the application stops
        }
        finally
        {
            Interlocked.Decrement(ref _viewers);
        }
    }

    private async Task WriteAllAsync(Stream body, CancellationToken cancellationToken)
    {
        var seen = await board.GetAsync(cancellationToken).ConfigureAwait(false);
        await WriteAsync(body, "status", seen.Json, cancellationToken).ConfigureAwait(false);
        var written = timeProvider.GetTimestamp();
        while (true)
        {
            await Task.Delay(_interval, timeProvider, cancellationToken).ConfigureAwait(false);
            var current = await board.GetAsync(cancellationToken).ConfigureAwait(false);
            if (current.FindChanges(seen) is { } change)
            {
                await WriteChangeAsync(body, change, cancellationToken).ConfigureAwait(false);
                written = timeProvider.GetTimestamp();
            }
            else if (timeProvider.GetElapsedTime(written) >= Silence)
            {
                await body.WriteAsync(Alive, cancellationToken).ConfigureAwait(false);
                await body.FlushAsync(cancellationToken).ConfigureAwait(false);
                written = timeProvider.GetTimestamp();
            }

            seen = current;
        }
    }

    private static Task WriteChangeAsync(Stream body, StatusDocument change, CancellationToken cancellationToken) => WriteAsync(
        body, "change", JsonSerializer.SerializeToUtf8Bytes(change, StatusJsonContext.Default.StatusDocument), cancellationToken);

    /// <summary>Writes one event; its JSON has no line end.</summary>
    private static async Task WriteAsync(Stream body, string name, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        await body.WriteAsync(Encoding.UTF8.GetBytes($"event: {name}\ndata: "), cancellationToken).ConfigureAwait(false);
        await body.WriteAsync(json, cancellationToken).ConfigureAwait(false);
        await body.WriteAsync(End, cancellationToken).ConfigureAwait(false);
        await body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
