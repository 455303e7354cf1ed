using System.Net;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>One request through a proxy, and the operations of a fault on its response.</summary>
internal sealed class ProxyExchange(HttpContext context, HttpClient registry)
{
    /// <summary>Canceled when the client gives up.</summary>
    public CancellationToken GaveUp => context.RequestAborted;

    /// <summary>Forwards the request to the registry, and returns its response unchanged.</summary>
    public async Task PassAsync()
    {
        var body = await FetchAsync();
        await SendAsync(body);
    }

    /// <summary>Forwards the request, sends the headers of the response with its real length, and returns its body.</summary>
    public async Task<byte[]> FetchAsync()
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), PathAndQuery);
        foreach (var header in context.Request.Headers.Where(header => header.Key is not ("Host" or "Connection")))
        {
            request.Headers.TryAddWithoutValidation(header.Key, (IEnumerable<string>)header.Value);
        }

        using var answer = await registry.SendAsync(request, GaveUp);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var header in answer.Headers.Concat(answer.Content.Headers).Where(header => !IsOfConnection(header.Key)))
        {
            context.Response.Headers[header.Key] = header.Value.ToArray();
        }

        return await answer.Content.ReadAsByteArrayAsync(GaveUp);
    }

    /// <summary>Responds without contacting the registry.</summary>
    public void Answer(HttpStatusCode status, string header, string value)
    {
        context.Response.StatusCode = (int)status;
        if (header.Length > 0)
        {
            context.Response.Headers[header] = value;
        }
    }

    public void Announce(long length) => context.Response.ContentLength = length;

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, GaveUp);
            await context.Response.Body.FlushAsync(GaveUp);
        }
    }

    public void HangUp() => context.Abort();

    public Task HangAsync() => Task.Delay(Timeout.Infinite, GaveUp);

    /// <summary>The path and query, for another host.</summary>
    public Uri PathAndQuery => new($"{context.Request.Path}{context.Request.QueryString}", UriKind.Relative);

    private static bool IsOfConnection(string header) => header is "Connection" or "Transfer-Encoding" or "Date";
}
