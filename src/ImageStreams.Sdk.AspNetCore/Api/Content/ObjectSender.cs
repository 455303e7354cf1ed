using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Sends an object as it is, without putting the body together first.</summary>
internal static class ObjectSender
{
    private const int Envelope = 128;

    private static ReadOnlySpan<byte> End => "\n"u8;

    public static async Task SendAsync(HttpContext context, ResourceDefinition resource, ServedAnswer.One answer)
    {
        var head = new ArrayBufferWriter<byte>(Envelope);
        BodyBuffer.AppendObjectHead(head, resource, answer.Object);
        var rest = answer.Object.Utf8Json[1..];
        var response = context.Response;
        response.StatusCode = answer.StatusCode;
        response.ContentType = MediaTypes.Json;
        response.ContentLength = head.WrittenCount + rest.Length + End.Length;
        CacheHeaders.Set(context);
        var body = response.BodyWriter;
        body.Write(head.WrittenSpan);
        body.Write(rest.Span);
        body.Write(End);
        await body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }
}
