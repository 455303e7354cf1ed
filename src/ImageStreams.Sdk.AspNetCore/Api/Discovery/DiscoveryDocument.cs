using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ImageStreams.AspNetCore;

/// <summary>A document that is written once and sent often.</summary>
internal sealed class DiscoveryDocument
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] _body;

    public DiscoveryDocument(JsonNode json)
        : this(Write(json))
    {
    }

    public DiscoveryDocument(byte[] body)
    {
        _body = body;
        Hash = Convert.ToHexString(SHA512.HashData(body));
    }

    /// <summary>The SHA-512 hash of the document in hexadecimal digits.</summary>
    public string Hash { get; }

    public required string ContentType { get; init; }

    public required string CacheControl { get; init; }

    /// <summary>Gets a value indicating whether the document has an <c>Etag</c>, by which a client asks for changes only.</summary>
    public bool HasTag { get; init; }

    private string Tag => $"\"{Hash}\"";

    /// <summary>Sends the document, or 304 when the client has it.</summary>
    public async Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        response.Headers.CacheControl = CacheControl;
        if (HasTag)
        {
            response.Headers.ETag = Tag;
            response.Headers.Vary = "Accept";
        }

        if (HasTag && IsKnown(context.Request.Headers.IfNoneMatch))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = ContentType;
        response.ContentLength = _body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.BodyWriter.WriteAsync(_body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private bool IsKnown(StringValues tags) =>
        EntityTagHeaderValue.TryParseList(tags, out var known)
        && known.Any(tag => tag.Tag == Tag || tag.Equals(EntityTagHeaderValue.Any));

    /// <summary>Writes JSON without spaces.</summary>
    public static byte[] Write(JsonNode json)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body, Relaxed))
        {
            json.WriteTo(writer);
        }

        return body.ToArray();
    }
}
