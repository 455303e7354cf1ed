using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Builds;
using ImageStreams.Clients;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Testing.Server;

/// <summary>The paths of the webhooks of build configurations.</summary>
internal sealed class WebhookEndpoint(BuildWebhooks hooks)
{
    private const string Pattern =
        "/apis/build.openshift.io/v1/namespaces/{ns}/buildconfigs/{name}/webhooks/{secret}/{type}";

    private const string BuildConfigs = "buildconfigs.build.openshift.io";
    private const string Builds = "builds.build.openshift.io";
    private const int MaxBody = 1024 * 1024;

    /// <summary>Maps the paths, when the cluster has build configurations.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var resources = services.GetRequiredService<ClusterResources>();
        if (resources.FindServed(BuildConfigs) is not null && resources.FindServed(Builds) is not null)
        {
            var hooks = new BuildWebhooks(resources, services.GetRequiredService<IClusterObjectStore>());
            endpoints.MapPost(Pattern, new WebhookEndpoint(hooks).AnswerAsync).WithDisplayName("Webhooks of build configurations");
        }
    }

    /// <summary>Lets discovery show the webhooks of build configurations, which are served where they are mapped, and builds beside
    /// them.</summary>
    public static IEnumerable<ClusterKind> Advertise(IReadOnlyCollection<ClusterKind> kinds)
    {
        var hasBuilds = kinds.Any(static kind => kind.Definition.QualifiedName == Builds);
        return kinds.Select(kind => hasBuilds && kind.Definition.QualifiedName == BuildConfigs
            ? kind.WithSubresource("webhooks", Build.KindName, [ResourceVerbs.Create])
            : kind);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            var call = await ReadAsync(context.Request).ConfigureAwait(false);
            var config = new ObjectKey(Get(context, "ns"), Get(context, "name"));
            var build = await hooks.CallAsync(config, Get(context, "secret"), Get(context, "type"), call, context.RequestAborted)
                .ConfigureAwait(false);
            if (build is not null)
            {
                await WriteAsync(context, StatusCodes.Status200OK, Show(build)).ConfigureAwait(false);
            }
        }
        catch (ApiException e)
        {
            await WriteAsync(context, e.Status.Code, ImageStreamJson.Serialize(e.Status)).ConfigureAwait(false);
        }
    }

    private static string Get(HttpContext context, string name) => context.GetRouteValue(name) as string ?? "";

    private static async Task<HookCall> ReadAsync(HttpRequest request)
    {
        var buffer = new byte[MaxBody + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted)
            .ConfigureAwait(false);
        if (length > MaxBody)
        {
            throw ServedErrors.Create(ApiFailure.Unknown, 413, "RequestEntityTooLarge", "the payload has more than 1 MiB");
        }

        var type = (request.ContentType ?? "").Split(';')[0].Trim();
        return new HookCall(buffer.AsMemory(0, length), type, name => request.Headers.TryGetValue(name, out var value) ? value.ToString() : null);
    }

    private static string Show(ServedObject build)
    {
        var value = (JsonObject)JsonNode.Parse(build.Utf8Json.Span)!;
        value.Insert(0, "kind", Build.KindName);
        value.Insert(1, "apiVersion", BuildConfig.GroupVersion);
        return value.ToJsonString();
    }

    private static Task WriteAsync(HttpContext context, int code, string json)
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }
}
