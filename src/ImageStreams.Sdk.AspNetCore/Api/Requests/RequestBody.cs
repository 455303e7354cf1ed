using System.Buffers;
using System.IO.Pipelines;
using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the body of a request, up to a number of bytes.</summary>
internal static class RequestBody
{
    /// <summary>Reads the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">The largest number of bytes.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The bytes; empty without a body.</returns>
    /// <exception cref="ApiException">The body is too long (413), or broken (such as with a chunk of a wrong length).</exception>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            throw TooLong(maxBytes);
        }

        if (request.ContentLength is 0 || (request.ContentLength is null && !MayHaveBody(request)))
        {
            return default;
        }

        try
        {
            return await ReadAsync(request.BodyReader, maxBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            throw ServedErrors.Create(ApiFailure.BadRequest, e.StatusCode, StatusReasons.BadRequest, e.Message, innerException: e);
        }
    }

    private static bool MayHaveBody(HttpRequest request) =>
        request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;

    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(PipeReader body, int maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.Buffer.Length > maxBytes)
            {
                throw TooLong(maxBytes);
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                body.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static ApiException TooLong(int maxBytes) => ServedErrors.Create(
        ApiFailure.BadRequest, 413, "RequestEntityTooLarge", $"Request entity too large: limit is {maxBytes}", new StatusDetails());
}
