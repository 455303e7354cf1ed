using System.Net;
using System.Text;
using System.Text.Json;
using ImageStreams.References;
using ImageStreams.Testing.Synthesis;

namespace ImageStreams.Testing.Protocol;

/// <summary>A response, independent of its transport.</summary>
internal sealed record WireResponse
{
    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    /// <summary>The headers other than those of the body.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    public string ContentType { get; init; } = "";

    /// <summary>The body; for <c>HEAD</c>, the transport sends only its length.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The point at which the transport closes the connection.</summary>
    public ConnectionAbort Abort { get; init; }

    public static WireResponse Content(string contentType, ReadOnlyMemory<byte> body, Digest digest) => new()
    {
        ContentType = contentType,
        Body = body,
        Headers = { [WireHeaders.ContentDigest] = digest.ToString() },
    };

    public static WireResponse FromJson(Action<Utf8JsonWriter> members) =>
        new() { ContentType = "application/json", Body = Json.Write(members) };

    public static WireResponse Empty(HttpStatusCode status) => new() { Status = status };

    /// <summary>Creates an error of the distribution API.</summary>
    public static WireResponse Error(HttpStatusCode status, string code, string message) =>
        FromJson(json =>
        {
            json.WriteStartArray("errors");
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteString("message", message);
            json.WriteEndObject();
            json.WriteEndArray();
        }) with { Status = status };

    public WireResponse With(string header, string value)
    {
        var headers = new Dictionary<string, string>(Headers) { [header] = value };
        return this with { Headers = headers };
    }

    public override string ToString() => $"{(int)Status} {Encoding.UTF8.GetString(Body.Span)}";
}
