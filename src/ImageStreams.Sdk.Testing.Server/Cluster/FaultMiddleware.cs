using System.Globalization;
using System.Text;
using ImageStreams.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ImageStreams.Testing.Server;

/// <summary>Records the requests to a cluster, and lets those go wrong for which there is a fault.</summary>
internal sealed class FaultMiddleware(ClusterFaults faults, ClusterRequestLog log, TimeProvider timeProvider)
{
    private const int MaxBody = 64 * 1024;

    public async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var request = await ReadAsync(context.Request).ConfigureAwait(false);
        var number = log.Add(request);
        var fault = faults.Take(request);
        if (fault is not ClusterFault.Abort)
        {
            // Before the client has the answer, so that it finds the status in the log.
            context.Response.OnStarting(() =>
            {
                log.SetStatus(number, context.Response.StatusCode);
                return Task.CompletedTask;
            });
        }

        await AnswerAsync(context, request, fault, next).ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext context, ClusterRequest request, ClusterFault? fault, RequestDelegate next)
    {
        switch (fault)
        {
            case ClusterFault.Refusal refusal:
                await RefuseAsync(context, request, refusal).ConfigureAwait(false);
                break;
            case ClusterFault.Abort:
                context.Abort();
                break;
            case ClusterFault.Late late:
                await Task.Delay(late.Delay, timeProvider, context.RequestAborted).ConfigureAwait(false);
                await WatchedAsync(context, request, next, null).ConfigureAwait(false);
                break;
            case ClusterFault.Cut cut:
                await WatchedAsync(context, request, next, cut.Events).ConfigureAwait(false);
                break;
            default:
                await WatchedAsync(context, request, next, null).ConfigureAwait(false);
                break;
        }
    }

    private async Task WatchedAsync(HttpContext context, ClusterRequest request, RequestDelegate next, int? events)
    {
        if (!request.IsWatch)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        Action abort = context.Abort;
        faults.AddWatch(abort);
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        if (events is { } most)
        {
            context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new CutStream(body.Stream, most, abort), body));
        }

        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            faults.RemoveWatch(abort);
        }
    }

    private static async Task RefuseAsync(HttpContext context, ClusterRequest request, ClusterFault.Refusal refusal)
    {
        var status = ImageStreamJson.Serialize(new KubernetesStatus
        {
            Kind = "Status",
            ApiVersion = "v1",
            Status = "Failure",
            Message = refusal.Message,
            Reason = refusal.Reason,
            Code = refusal.Code,
            Details = new StatusDetails { RetryAfterSeconds = refusal.RetryAfter ?? 0 },
        });
        var isEvent = refusal.Code == 410 && request.IsWatch;
        context.Response.StatusCode = isEvent ? StatusCodes.Status200OK : refusal.Code;
        context.Response.ContentType = "application/json";
        if (refusal.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var text = isEvent ? $"{{\"type\":\"ERROR\",\"object\":{status}}}\n" : status;
        await context.Response.WriteAsync(text, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<ClusterRequest> ReadAsync(HttpRequest request) => new()
    {
        Time = timeProvider.GetUtcNow(),
        Method = request.Method,
        Path = request.Path.Value ?? "",
        Query = request.QueryString.Value ?? "",
        UserAgent = request.Headers.UserAgent.ToString(),
        ContentType = request.ContentType ?? "",
        Body = await ReadBodyAsync(request).ConfigureAwait(false),
    };

    private static async Task<string> ReadBodyAsync(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return "";
        }

        request.EnableBuffering();
        var buffer = new byte[MaxBody];
        var length = await request.Body.ReadAtLeastAsync(buffer, MaxBody, throwOnEndOfStream: false, request.HttpContext.RequestAborted)
            .ConfigureAwait(false);
        request.Body.Position = 0;
        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
