using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ImageStreams.AspNetCore;

/// <summary>Answers what the fields of all objects are.</summary>
internal sealed class OpenApiEndpoints(ResourceDocuments<OpenApiDocuments> documents, ApiGuard guard)
{
    private const string ProtobufName = "proto-openapi.spec.v2";

    private static readonly string[] Reading = ["GET", "HEAD"];

    /// <summary>Maps the paths.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, "/openapi/v2", context => FindV2(context).SendAsync(context));
        Map(endpoints, "/openapi/v3", context => documents.Current.Index.SendAsync(context));
        Map(endpoints, "/openapi/v3/{**path}", SendAsync);
    }

    private void Map(IEndpointRouteBuilder endpoints, string path, Func<HttpContext, Task> answer) =>
        endpoints.MapMethods(path, Reading, guard.Protect(answer)).WithDisplayName($"Image API, {path}");

    private DiscoveryDocument FindV2(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains(ProtobufName, StringComparison.Ordinal) ? documents.Current.V2Protobuf : documents.Current.V2;

    /// <summary>Sends a document; a request for another state of it is led to the one that there is.</summary>
    private Task SendAsync(HttpContext context)
    {
        var path = (string?)context.Request.RouteValues["path"] ?? "";
        if (documents.Current.Find(path) is not { } document)
        {
            return AnswerWriter.WriteNoSuchPathAsync(context);
        }

        if (context.Request.Query["hash"] is [{ Length: > 0 } hash, ..] && hash != document.Hash)
        {
            context.Response.Redirect($"{context.Request.PathBase}/openapi/v3/{path}?hash={document.Hash}", permanent: true);
            return Task.CompletedTask;
        }

        return document.SendAsync(context);
    }
}
