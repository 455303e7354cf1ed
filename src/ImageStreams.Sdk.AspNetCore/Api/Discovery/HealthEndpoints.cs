using ImageStreams.Clients;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ImageStreams.AspNetCore;

/// <summary>Answers whether the server lives, and whether its store answers.</summary>
internal sealed class HealthEndpoints(IImageStreamClient client, ApiGuard guard)
{
    // An application may have a health check of its own at these paths, which comes first.
    private const int LateOrder = 1_000;

    private static readonly string[] Reading = ["GET", "HEAD"];
    private static readonly TimeSpan StoreTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Maps the paths.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, "/livez", static context => WriteAsync(context, StatusCodes.Status200OK, "ok"));
        Map(endpoints, "/healthz", AnswerAsync);
        Map(endpoints, "/readyz", AnswerAsync);
    }

    private void Map(IEndpointRouteBuilder endpoints, string path, Func<HttpContext, Task> answer) =>
        endpoints.MapMethods(path, Reading, guard.Protect(answer)).WithOrder(LateOrder).WithDisplayName($"Image API, {path}");

    private async Task AnswerAsync(HttpContext context)
    {
        var isReady = await IsReadyAsync(context.RequestAborted).ConfigureAwait(false);
        var task = isReady
            ? WriteAsync(context, StatusCodes.Status200OK, "ok")
            : WriteAsync(context, StatusCodes.Status500InternalServerError, "[-]store failed: reason withheld\n");
        await task.ConfigureAwait(false);
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            var list = client.Streams.ListAsync(null, new ListOptions { Limit = 1 }, cancellationToken);
            await list.WaitAsync(StoreTimeout, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is ApiException or TimeoutException)
        {
            return false;
        }
    }

    private static Task WriteAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache, private";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
