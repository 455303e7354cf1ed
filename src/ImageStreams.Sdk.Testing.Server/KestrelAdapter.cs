using Microsoft.AspNetCore.Http;

namespace ImageStreams.Testing.Server;

/// <summary>Carries requests from Kestrel to the handler of a registry, and responses back.</summary>
internal sealed class KestrelAdapter(HttpMessageInvoker registry)
{
    private const string ContentLength = "Content-Length";

    public async Task HandleAsync(HttpContext context)
    {
        using var request = ToMessage(context.Request);
        try
        {
            using var response = await registry.SendAsync(request, context.RequestAborted).ConfigureAwait(false);
            WriteHeaders(context.Response, response);
            await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HttpRequestException or HttpIOException)
        {
            Abort(context);
        }
    }

    // A body that ends before its announced length makes Kestrel send the existing bytes, and close the connection.
    private static void Abort(HttpContext context)
    {
        if (!context.Response.HasStarted)
        {
            context.Abort();
        }
    }

    private static HttpRequestMessage ToMessage(HttpRequest request)
    {
        var path = request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
        var message = new HttpRequestMessage(new HttpMethod(request.Method), $"{request.Scheme}://{request.Host}{path}")
        {
            Content = new StreamContent(request.Body),
        };
        foreach (var (name, values) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                message.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return message;
    }

    private static void WriteHeaders(HttpResponse target, HttpResponseMessage response)
    {
        target.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            if (name != ContentLength || target.StatusCode != StatusCodes.Status204NoContent)
            {
                target.Headers[name] = values.ToArray();
            }
        }
    }
}
