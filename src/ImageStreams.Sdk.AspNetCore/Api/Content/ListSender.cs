using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Sends lists as plain JSON, without putting them together first.</summary>
internal static class ListSender
{
    private const int FlushFrom = 256 * 1024;
    private const int Envelope = 512;

    private static ReadOnlySpan<byte> End => "]}\n"u8;

    /// <summary>Sends a list.</summary>
    public static async Task SendAsync(HttpContext context, ResourceDefinition resource, ServedList list)
    {
        var head = new ArrayBufferWriter<byte>(Envelope);
        AnswerBodies.AppendListHead(head, resource, list);
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = MediaTypes.Json;
        response.ContentLength = GetLength(head, resource, list);
        CacheHeaders.Set(context);
        var body = response.BodyWriter;
        body.Write(head.WrittenSpan);
        var next = AppendItems(body, resource, list, 0);
        while (next < list.Items.Count)
        {
            await body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            next = AppendItems(body, resource, list, next);
        }

        body.Write(End);
        await body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private static long GetLength(ArrayBufferWriter<byte> head, ResourceDefinition resource, ServedList list)
    {
        var length = (long)head.WrittenCount + End.Length + Math.Max(list.Items.Count - 1, 0);
        length += list.NamesKinds ? list.Items.Sum(item => GetTypeLength(resource, item)) : 0;
        foreach (var item in list.Items)
        {
            length += item.Utf8Json.Length;
        }

        return length;
    }

    // The head has the brace that the JSON of the object has, too.
    private static long GetTypeLength(ResourceDefinition resource, ServedObject item)
    {
        var head = new ArrayBufferWriter<byte>(Envelope);
        BodyBuffer.AppendObjectHead(head, resource, item);
        return head.WrittenCount - 1;
    }

    // Appends items until there is enough to send, and returns the next one.
    private static int AppendItems(PipeWriter body, ResourceDefinition resource, ServedList list, int next)
    {
        for (var appended = 0; next < list.Items.Count && appended < FlushFrom; next++)
        {
            body.Write(next == 0 ? default : ","u8);
            AnswerBodies.AppendItem(body, resource, list, list.Items[next]);
            appended += list.Items[next].Utf8Json.Length;
        }

        return next;
    }
}
