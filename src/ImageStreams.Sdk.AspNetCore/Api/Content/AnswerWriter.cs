using System.Buffers;
using System.Text;
using ImageStreams.Serialization;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Writes answers.</summary>
internal static class AnswerWriter
{
    private const string Json = "application/json";

    public static Task WriteAsync(HttpContext context, ResourceDefinition resource, ServedAnswer answer) => answer switch
    {
        ServedAnswer.One one => WriteObjectAsync(context, resource, one),
        ServedAnswer.Many many => WriteListAsync(context, resource, many.List),
        _ => WriteStatusAsync(context, ((ServedAnswer.Outcome)answer).Status),
    };

    /// <summary>Writes a status, whose code is that of the answer.</summary>
    public static Task WriteStatusAsync(HttpContext context, KubernetesStatus status)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        var body = new ArrayBufferWriter<byte>();
        ImageStreamJson.Serialize(body, status);
        body.Write("\n"u8);
        return SendAsync(context, status.Code == 0 ? 200 : status.Code, body.WrittenMemory);
    }

    /// <summary>Answers a path below which nothing is served, as Kubernetes does.</summary>
    public static Task WriteNoSuchPathAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("404 page not found\n");
    }

    private static Task WriteObjectAsync(HttpContext context, ResourceDefinition resource, ServedAnswer.One answer)
    {
        var body = new ArrayBufferWriter<byte>(answer.Object.Utf8Json.Length + 128);
        AppendObject(body, answer.Object.Kind ?? resource.Kind, answer.Object.ApiVersion ?? resource.ApiVersion, answer.Object);
        body.Write("\n"u8);
        return SendAsync(context, answer.StatusCode, body.WrittenMemory);
    }

    private static Task WriteListAsync(HttpContext context, ResourceDefinition resource, ServedList list)
    {
        var body = new ArrayBufferWriter<byte>(list.Items.Sum(item => item.Utf8Json.Length + 1) + 512);
        AppendType(body, resource.ListKind, resource.ApiVersion);
        body.Write(",\"metadata\":"u8);
        ImageStreamJson.Serialize(body, list.Metadata);
        body.Write(",\"items\":["u8);
        for (var i = 0; i < list.Items.Count; i++)
        {
            body.Write(i == 0 ? default : ","u8);
            body.Write(list.Items[i].Utf8Json.Span);
        }

        body.Write("]}\n"u8);
        return SendAsync(context, StatusCodes.Status200OK, body.WrittenMemory);
    }

    private static void AppendObject(ArrayBufferWriter<byte> body, string kind, string apiVersion, ServedObject value)
    {
        AppendType(body, kind, apiVersion);
        var json = value.Utf8Json.Span;
        body.Write(json.Length == 2 ? default : ","u8);
        body.Write(json[1..]);
    }

    private static void AppendType(ArrayBufferWriter<byte> body, string kind, string apiVersion) =>
        body.Write(Encoding.UTF8.GetBytes($"{{\"kind\":\"{kind}\",\"apiVersion\":\"{apiVersion}\""));

    private static async Task SendAsync(HttpContext context, int code, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = code;
        response.ContentType = Json;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-cache, private";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.BodyWriter.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
