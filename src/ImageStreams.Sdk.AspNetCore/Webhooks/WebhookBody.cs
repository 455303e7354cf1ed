using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Reads bodies up to a length, and for a time.</summary>
internal static class WebhookBody
{
    private const int BufferSize = 16 << 10;

    /// <summary>Reads the body, and stops where it gets too long.</summary>
    /// <returns>The body, or null when it is too long; a length that was announced is believed.</returns>
    /// <exception cref="OperationCanceledException">The time is over, or the client has gone.</exception>
    /// <exception cref="IOException">The body ended before its announced length.</exception>
    /// <exception cref="InvalidDataException">The body cannot be decompressed, where the application does that.</exception>
    /// <exception cref="BadHttpRequestException">The body is malformed, or the server has a lower limit.</exception>
    public static async Task<byte[]?> ReadAsync(
        HttpRequest request, int limit, TimeSpan timeout, TimeProvider timeProvider)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        using var deadline = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, request.HttpContext.RequestAborted);
        using var body = new MemoryStream();
        var buffer = new byte[Math.Min(BufferSize, limit)];
        while (await request.Body.ReadAsync(buffer, either.Token).ConfigureAwait(false) is > 0 and var count)
        {
            if (body.Length + count > limit)
            {
                return null;
            }

            await body.WriteAsync(buffer.AsMemory(0, count), either.Token).ConfigureAwait(false);
        }

        return body.ToArray();
    }
}
