using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ImageStreams.AspNetCore;

/// <summary>Sends the events of watches, one JSON object in a line for each.</summary>
internal sealed class WatchWriter(ImageApiOptions options, TimeProvider timeProvider, ILogger logger, CancellationToken stopping)
{
    /// <summary>Watches until the time is up, the client is gone, or the watch fails.</summary>
    /// <param name="context">The request and the response.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="request">The request.</param>
    /// <param name="format">The format of the objects.</param>
    /// <param name="warnings">The warnings of the resource, which are sent with the headers.</param>
    /// <exception cref="ApiException">The watch was refused before it began.</exception>
    public async Task WriteAsync(
        HttpContext context, ServedResource resource, ResourceRequest request, ResponseFormat format, WarningHeaders warnings)
    {
        using var time = new WatchTime(context, options.WatchTimeout, timeProvider, stopping);
        request = request with { Watch = request.Watch with { BookmarkInterval = time.BookmarkInterval } };
        var lines = new WatchLines(resource.Definition, format, request.Watch.SendInitialEvents == true, timeProvider);
        var output = new WatchOutput(context, warnings, options.SlowReaderTimeout, timeProvider);
        var events = resource.WatchAsync(request, time.Token).GetAsyncEnumerator(time.Token);
        try
        {
            await CopyAsync(events, lines, output, time).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (time.Token.IsCancellationRequested)
        {
            // The time is up, or nobody reads any more.
        }
        catch (TimeoutException)
        {
            logger.SlowReader(request.ToString());
            context.Abort();
        }
        finally
        {
            await events.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task CopyAsync(IAsyncEnumerator<ServedEvent> events, WatchLines lines, WatchOutput output, WatchTime time)
    {
        try
        {
            while (await MoveNextAsync(events, output, time).ConfigureAwait(false))
            {
                output.Begin();
                lines.Append(output.Writer, events.Current);
                await output.FlushIfLongAsync().ConfigureAwait(false);
            }
        }
        catch (ApiException e) when (output.HasStarted || e.Reason is ApiFailure.Gone or ApiFailure.Timeout)
        {
            WatchLines.AppendError(output.Writer, e.Status);
            await output.FlushAsync().ConfigureAwait(false);
        }
    }

    // What comes at once is sent together; the headers are sent before the first wait.
    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<ServedEvent> events, WatchOutput output, WatchTime time)
    {
        var next = events.MoveNextAsync();
        if (next.IsCompleted)
        {
            return await next.ConfigureAwait(false);
        }

        var running = next.AsTask();
        try
        {
            await output.FlushAsync().ConfigureAwait(false);
        }
        catch
        {
            // The events cannot be disposed of while they are awaited.
            await time.EndAsync(running).ConfigureAwait(false);
            throw;
        }

        return await running.ConfigureAwait(false);
    }
}
