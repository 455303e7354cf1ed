using System.Buffers;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Sends a body: indented, as YAML or compressed where the client asks for it.</summary>
internal static class BodySender
{
    /// <summary>Bodies from this size up are compressed, as by Kubernetes.</summary>
    private const int CompressedFrom = 128 * 1024;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="context">The request and the response.</param>
    /// <param name="code">The HTTP status.</param>
    /// <param name="json">The JSON.</param>
    /// <param name="format">The format.</param>
    public static Task SendAsync(HttpContext context, int code, ArrayBufferWriter<byte> json, ResponseFormat format)
    {
        var body = Format(json, format);
        var response = context.Response;
        response.StatusCode = code;
        response.ContentType = format.IsYaml ? MediaTypes.Yaml : MediaTypes.Json;
        CacheHeaders.Set(context);
        if (HttpMethods.IsHead(context.Request.Method))
        {
            response.ContentLength = body.Length;
            return Task.CompletedTask;
        }

        return IsCompressed(context.Request, body.Length)
            ? SendCompressedAsync(context, body)
            : SendPlainAsync(context, body);
    }

    /// <summary>Determines whether a body of a size is compressed for a client.</summary>
    public static bool IsCompressed(HttpRequest request, int bytes) =>
        bytes >= CompressedFrom && request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);

    private static async Task SendPlainAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task SendCompressedAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        context.Response.Headers.Vary = "Accept-Encoding";
        var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await using (gzip.ConfigureAwait(false))
        {
            await gzip.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static ReadOnlyMemory<byte> Format(ArrayBufferWriter<byte> json, ResponseFormat format)
    {
        if (format.IsYaml)
        {
            return YamlText.FromJson(json.WrittenMemory);
        }

        var body = format.IsPretty ? Indent(json) : json;
        body.Write("\n"u8);
        return body.WrittenMemory;
    }

    private static ArrayBufferWriter<byte> Indent(ArrayBufferWriter<byte> json)
    {
        using var document = JsonDocument.Parse(json.WrittenMemory, new JsonDocumentOptions { MaxDepth = 1024 });
        var indented = new ArrayBufferWriter<byte>(json.WrittenCount * 2);
        using var writer = new Utf8JsonWriter(indented, Indented);
        document.RootElement.WriteTo(writer);
        writer.Flush();
        return indented;
    }
}
