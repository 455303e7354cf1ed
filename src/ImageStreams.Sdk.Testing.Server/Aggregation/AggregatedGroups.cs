using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ImageStreams.Testing.Server;

/// <summary>Puts the groups of APIServices into the list of groups, in both of its forms; they replace groups of the cluster's own.</summary>
internal sealed class AggregatedGroups(ApiServiceChecks checks, ServiceBackends backends)
{
    /// <summary>The path of the list.</summary>
    public const string Path = "/apis";

    /// <summary>Lets the cluster answer, and completes its answer.</summary>
    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var services = await checks.ListAsync(context.RequestAborted).ConfigureAwait(false);
        if (services.Count == 0)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        // The tag is that of the cluster's own groups.
        context.Request.Headers.IfNoneMatch = default;
        var own = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var buffer = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(buffer));
        await next(context).ConfigureAwait(false);
        context.Features.Set(own);
        var body = context.Response.StatusCode == StatusCodes.Status200OK && buffer.Length > 0
            ? ObjectDocuments.ToUtf8(await MergeAsync(buffer.ToArray(), services, context).ConfigureAwait(false))
            : buffer.ToArray();
        context.Response.Headers.Remove("ETag");
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<JsonObject> MergeAsync(byte[] utf8Json, IReadOnlyList<BackedService> services, HttpContext context)
    {
        var list = (JsonObject)JsonNode.Parse(utf8Json)!;
        var isAggregated = list.FindText("kind") == "APIGroupDiscoveryList";
        foreach (var service in services)
        {
            var accept = isAggregated ? context.Response.ContentType : null;
            var found = await FindAsync(service, accept, context.RequestAborted).ConfigureAwait(false);
            Set((JsonArray)list[isAggregated ? "items" : "groups"]!, service.Group, found ?? (isAggregated ? CreateStale(service) : null));
        }

        return list;
    }

    private static void Set(JsonArray groups, string name, JsonObject? group)
    {
        var own = groups.OfType<JsonObject>().FirstOrDefault(one => (one.FindText("name") ?? one.FindText("metadata", "name")) == name);
        var index = own is null ? groups.Count : groups.IndexOf(own);
        if (own is not null)
        {
            groups.RemoveAt(index);
        }

        if (group is not null)
        {
            groups.Insert(index, group);
        }
    }

    private async Task<JsonObject?> FindAsync(BackedService service, string? accept, CancellationToken cancellationToken)
    {
        if (backends.FindRoute(service) is not { } address)
        {
            return null;
        }

        using var request = ProxiedRequest.Create(address, Path, accept);
        try
        {
            using var answer = await backends.SendAsync(service, request, cancellationToken).ConfigureAwait(false);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? Find((JsonObject)JsonNode.Parse(text)!, service.Group) : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static JsonObject? Find(JsonObject list, string name) => list.FindItems("items").Concat(list.FindItems("groups"))
        .FirstOrDefault(one => (one.FindText("name") ?? one.FindText("metadata", "name")) == name)?.DeepClone() as JsonObject;

    private static JsonObject CreateStale(BackedService service) => new()
    {
        ["metadata"] = new JsonObject { ["name"] = service.Group },
        ["versions"] = new JsonArray(new JsonObject { ["version"] = service.Version, ["freshness"] = "Stale" }),
    };
}
