using Microsoft.AspNetCore.Http;

namespace ImageStreams.Testing.Protocol;

/// <summary>Carries requests from Kestrel to the protocol, and answers back.</summary>
internal sealed class KestrelTransport(RegistryProtocol protocol)
{
    public async Task HandleAsync(HttpContext context)
    {
        var request = await ReadAsync(context).ConfigureAwait(false);
        var answer = await protocol.HandleAsync(request, context.RequestAborted).ConfigureAwait(false);
        if (answer.Abort == ConnectionAbort.BeforeResponse)
        {
            context.Abort();
            return;
        }

        WriteHeaders(context.Response, answer);
        await WriteBodyAsync(context, answer).ConfigureAwait(false);
    }

    private static async Task<WireRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        return new WireRequest
        {
            Method = context.Request.Method,
            Scheme = context.Request.Scheme,
            Host = context.Request.Host.Value ?? "",
            Path = context.Request.Path.Value ?? "",
            Query = context.Request.QueryString.Value ?? "",
            Header = name => context.Request.Headers[name].ToString(),
            Body = body.ToArray(),
        };
    }

    private static void WriteHeaders(HttpResponse response, WireResponse answer)
    {
        response.StatusCode = (int)answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.ContentType.Length > 0)
        {
            response.ContentType = answer.ContentType;
        }

        if (response.StatusCode != StatusCodes.Status204NoContent)
        {
            response.ContentLength = answer.Body.Length;
        }
    }

    private static async Task WriteBodyAsync(HttpContext context, WireResponse answer)
    {
        if (HttpMethods.IsHead(context.Request.Method) || answer.Body.IsEmpty)
        {
            return;
        }

        // Kestrel hangs up by itself when a body ends before its announced length.
        var length = answer.Abort == ConnectionAbort.InBody ? answer.Body.Length / 2 : answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body[..length], context.RequestAborted).ConfigureAwait(false);
    }
}
