using System.Buffers;
using System.Globalization;
using ImageStreams.Serialization;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Writes answers.</summary>
internal static class AnswerWriter
{
    private const int SmallBody = 256;

    public static Task WriteAsync(
        HttpContext context, ResourceDefinition resource, ServedAnswer answer, ResponseFormat format, DateTimeOffset now)
    {
        if (answer is ServedAnswer.Outcome outcome)
        {
            return WriteStatusAsync(context, outcome.Status, format);
        }

        if (answer is ServedAnswer.Many many && format.IsAsItIs && !BodySender.IsCompressed(context.Request, AnswerBodies.EstimateSize(many.List)))
        {
            return ListSender.SendAsync(context, resource, many.List);
        }

        if (answer is ServedAnswer.One one && format.IsAsItIs && !BodySender.IsCompressed(context.Request, EstimateSize(one)))
        {
            return ObjectSender.SendAsync(context, resource, one);
        }

        var body = new ArrayBufferWriter<byte>(EstimateSize(answer));
        var code = Append(body, resource, answer, format, now);
        return BodySender.SendAsync(context, code, body, format);
    }

    /// <summary>Writes the status of a failure, in the syntax that the client asks for.</summary>
    public static Task WriteStatusAsync(HttpContext context, KubernetesStatus status) =>
        WriteStatusAsync(context, status, ResponseFormat.ForErrors(context.Request));

    /// <summary>Writes a status, whose code is that of the answer.</summary>
    public static Task WriteStatusAsync(HttpContext context, KubernetesStatus status, ResponseFormat format)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        if (status.Code == StatusCodes.Status204NoContent)
        {
            context.Response.StatusCode = status.Code;
            return Task.CompletedTask;
        }

        if (status.Details is { RetryAfterSeconds: > 0 } details)
        {
            context.Response.Headers.RetryAfter = details.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        var body = new ArrayBufferWriter<byte>(SmallBody);
        ImageStreamJson.Serialize(body, status);
        return BodySender.SendAsync(context, status.Code == 0 ? StatusCodes.Status200OK : status.Code, body, format);
    }

    /// <summary>Answers a path below which nothing is served, as Kubernetes does.</summary>
    public static Task WriteNoSuchPathAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache, private";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync("404 page not found\n");
    }

    private static int EstimateSize(ServedAnswer answer) => answer switch
    {
        ServedAnswer.Many many => AnswerBodies.EstimateSize(many.List),
        ServedAnswer.One one => one.Object.Utf8Json.Length + SmallBody,
        _ => SmallBody,
    };

    private static int Append(
        ArrayBufferWriter<byte> body, ResourceDefinition resource, ServedAnswer answer, ResponseFormat format, DateTimeOffset now)
    {
        if (answer is ServedAnswer.Many many)
        {
            AnswerBodies.AppendList(body, resource, many.List, format, now);
            return StatusCodes.Status200OK;
        }

        var one = (ServedAnswer.One)answer;
        AnswerBodies.AppendOne(body, resource, one.Object, format, now);
        return one.StatusCode;
    }
}
