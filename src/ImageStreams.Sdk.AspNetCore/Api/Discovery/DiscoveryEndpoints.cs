using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ImageStreams.AspNetCore;

/// <summary>Answers which groups, versions and resources there are, and whether the server is well.</summary>
internal sealed class DiscoveryEndpoints(ResourceDocuments<DiscoveryDocuments> documents, ApiGuard guard)
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    private readonly DiscoveryDocument _version =
        new(ServerVersion.Write()) { ContentType = "application/json", CacheControl = "no-cache, private" };

    /// <summary>Maps the paths.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, "/api", context => documents.Current.GetCore(GetFormat(context)).SendAsync(context));
        Map(endpoints, "/apis", context => documents.Current.GetGroups(GetFormat(context)).SendAsync(context));
        Map(endpoints, "/api/{version}", context => SendAsync(context, documents.Current.FindVersion(GetValue(context, "version"))));
        Map(endpoints, "/apis/{group}", context => SendAsync(context, documents.Current.FindGroup(GetValue(context, "group"))));
        Map(endpoints, "/apis/{group}/{version}", SendVersionAsync);
        Map(endpoints, "/version", _version.SendAsync);
        Map(endpoints, "/version/{**path}", static _ => throw ServedErrors.ResourceNotFound());
    }

    private void Map(IEndpointRouteBuilder endpoints, string path, Func<HttpContext, Task> answer) =>
        endpoints.MapMethods(path, Reading, guard.Protect(answer)).WithDisplayName($"Image API, {path}");

    private Task SendVersionAsync(HttpContext context) =>
        SendAsync(context, documents.Current.FindVersion($"{GetValue(context, "group")}/{GetValue(context, "version")}"));

    private static Task SendAsync(HttpContext context, DiscoveryDocument? document) =>
        document is null ? AnswerWriter.WriteNoSuchPathAsync(context) : document.SendAsync(context);

    private static DiscoveryFormat GetFormat(HttpContext context) => DiscoveryFormats.Find(context.Request.Headers.Accept);

    private static string GetValue(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;
}
