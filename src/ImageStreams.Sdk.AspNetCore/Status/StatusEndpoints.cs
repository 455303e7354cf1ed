using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>The endpoints of the status page.</summary>
internal sealed class StatusEndpoints(StatusPageOptions options, StatusBoard board, StatusEvents events)
{
    private readonly StatusPage _page = new(options.Title);
    private readonly bool _allowRemote = options.AllowRemote;

    /// <summary>Answers with the page, at an address that ends with a slash, so that its relative addresses are right.</summary>
    public Task HandlePageAsync(HttpContext context)
    {
        if (!TryBegin(context))
        {
            return RefuseAsync(context.Response);
        }

        var path = context.Request.Path;
        if (!path.HasValue || !path.Value.EndsWith('/'))
        {
            context.Response.Redirect($"{context.Request.PathBase.Add(path).ToUriComponent()}/");
            return Task.CompletedTask;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = _page.Text.Length;
        return context.Response.Body.WriteAsync(_page.Text, context.RequestAborted).AsTask();
    }

    /// <summary>Answers with the status as JSON.</summary>
    public async Task HandleJsonAsync(HttpContext context)
    {
        if (!TryBegin(context))
        {
            await RefuseAsync(context.Response).ConfigureAwait(false);
            return;
        }

        var snapshot = await board.GetAsync(context.RequestAborted).ConfigureAwait(false);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = snapshot.Json.Length;
        await context.Response.Body.WriteAsync(snapshot.Json, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Answers with events.</summary>
    public Task HandleEventsAsync(HttpContext context) =>
        TryBegin(context) ? events.HandleAsync(context) : RefuseAsync(context.Response);

    private bool TryBegin(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = _page.Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        return StatusAccess.IsAllowed(context, _allowRemote);
    }

    private static Task RefuseAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status403Forbidden;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(
            "The status is for this machine only. Call RequireAuthorization on the result of MapImageStreamStatus, or set StatusPageOptions.AllowRemote.\n");
    }
}
