using ImageStreams.AspNetCore;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.Testing.Server;

/// <summary>Passes requests on to the servers of APIServices, and their answers back as they come, such as those of watches.</summary>
internal sealed class AggregationProxy(ApiServiceChecks checks, ServiceBackends backends)
{
    private const int BufferSize = 16 * 1024;
    private static readonly string[] NotPassed = ["Connection", "Keep-Alive", "Transfer-Encoding", "Server", "Date"];

    /// <summary>Passes a request on whose user is admitted; false for one that the cluster answers itself.</summary>
    public async ValueTask<bool> TryForwardAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var services = path.StartsWith("/apis/", StringComparison.Ordinal) ? await checks.ListAsync(context.RequestAborted).ConfigureAwait(false) : [];
        if (services.FirstOrDefault(one => one.Serves(path)) is not { } service)
        {
            return false;
        }

        await ForwardAsync(context, service).ConfigureAwait(false);
        return true;
    }

    private async Task ForwardAsync(HttpContext context, BackedService service)
    {
        if (backends.FindRoute(service) is not { } address)
        {
            await RefuseAsync(context, "service unavailable").ConfigureAwait(false);
            return;
        }

        using var request = ProxiedRequest.Create(address, context.Request, context.Features.Get<IApiUserFeature>()!.User);
        HttpResponseMessage answer;
        try
        {
            answer = await backends.SendAsync(service, request, context.RequestAborted).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            await RefuseAsync(context, $"error trying to reach service: {e.Message}").ConfigureAwait(false);
            await checks.RunAsync(context.RequestAborted).ConfigureAwait(false);
            return;
        }

        using (answer)
        {
            await SendAsync(context, answer).ConfigureAwait(false);
        }
    }

    // As text, which is how the API server in front says that it has no answer.
    private static Task RefuseAsync(HttpContext context, string message)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(message + "\n", context.RequestAborted);
    }

    private static async Task SendAsync(HttpContext context, HttpResponseMessage answer)
    {
        var cancellationToken = context.RequestAborted;
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(static one => !NotPassed.Contains(one.Key)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            await CopyAsync(body, context.Response, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task CopyAsync(Stream body, HttpResponse response, CancellationToken cancellationToken)
    {
        await response.StartAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[BufferSize];
        int count;
        while ((count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            await response.Body.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
