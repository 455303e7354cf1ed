using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ImageStreams.AspNetCore;

/// <summary>Lets reviews come as protobuf, which the clients of Kubernetes' own kinds send and nothing else does: they go on as JSON,
/// and are answered so.</summary>
internal sealed class ReviewEndpoints(ApiGuard guard, ApiEndpoint endpoint)
{
    private const string Protobuf = "application/vnd.kubernetes.protobuf";
    private const int MaxBytes = 64 * 1024;

    private static readonly string[] Post = ["POST"];

    /// <summary>Maps the paths of all reviews.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        // Nothing is read from a request before it is admitted.
        var handler = guard.Protect(AnswerAsync);
        foreach (var definition in ReviewDefinitions.All)
        {
            var ns = definition.IsNamespaced ? "/namespaces/{ns}" : "";
            endpoints.MapMethods($"/apis/{definition.ApiVersion}{ns}/{definition.Plural}", Post, handler).WithDisplayName($"Image API, {definition.Plural}");
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if ((context.Request.ContentType ?? "").StartsWith(Protobuf, StringComparison.OrdinalIgnoreCase))
        {
            await ReplaceAsync(context.Request).ConfigureAwait(false);
        }

        await endpoint.AnswerAsync(context).ConfigureAwait(false);
    }

    private static async Task ReplaceAsync(HttpRequest request)
    {
        var json = DiscoveryDocument.Write(ProtobufReview.Read(await ReadAsync(request).ConfigureAwait(false)));
        request.Body = new MemoryStream(json);
        request.ContentLength = json.Length;
        request.ContentType = "application/json";
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted).ConfigureAwait(false)) > 0)
        {
            await body.WriteAsync(buffer.AsMemory(0, read)).ConfigureAwait(false);
            if (body.Length > MaxBytes)
            {
                throw AccessErrors.BadRequest("the body is larger than a review can be");
            }
        }

        return body.ToArray();
    }
}
