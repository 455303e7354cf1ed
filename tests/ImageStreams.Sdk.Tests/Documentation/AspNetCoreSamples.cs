using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Hosting;
using ImageStreams.Importing;
using ImageStreams.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Documentation;

public sealed class AspNetCoreSamples
{
    [Fact]
    public async Task MapRegistryWebhooks_Senders_HaveEndpoints()
    {
        await using var app = CreateApplication();
        var (githubSecret, quaySecret, nexusSecret) = ("secret-of-the-samples", "secret-of-the-samples", "secret-of-the-samples");

        // sample: webhooks-map
        app.MapRegistryWebhooks("/hooks", hooks =>
        {
            hooks.Add("github", NotificationFormat.GitHub, githubSecret);   // POST /hooks/github
            hooks.Add("quay", NotificationFormat.Quay, quaySecret);         // POST /hooks/quay/{secret}
            hooks.Add("nexus", NotificationFormat.Nexus, nexusSecret, sender =>
                sender.Notifications.Registry = "nexus.example.com:5000");  // Nexus doesn't say where it is
        });
        // end

        Assert.Equal(["/hooks/github", "/hooks/quay/{secret?}", "/hooks/nexus"], GetPatterns(app).Distinct());
    }

    [Fact]
    public async Task MapImageStreamStatus_Prefix_HasEndpoints()
    {
        await using var app = CreateApplication();

        // sample: status-page-map
        app.MapImageStreamStatus("/");
        // end

        Assert.Equal(["/", "/status.json", "/events"], GetPatterns(app));
    }

    [Fact]
    public async Task MapImageStreamStatus_Policy_IsRequired()
    {
        await using var app = CreateApplication();

        // sample: status-page-authorization
        app.MapImageStreamStatus("/status", status => status.Title = "Streams of team shop").RequireAuthorization("operators");
        // end

        Assert.All(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints), endpoint => Assert.Equal(
            "operators", endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAuthorizeData>()?.Policy));
    }

    [Fact]
    public async Task MapHealthChecks_ByTag_HasEndpoints()
    {
        await using var app = CreateApplication();

        // sample: service-health
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(ImageStreamHealthChecks.ReadyTag) });
        app.MapHealthChecks("/health/live", new() { Predicate = check => check.Tags.Contains(ImageStreamHealthChecks.LiveTag) });
        // end

        Assert.Equal(["/health/ready", "/health/live"], GetPatterns(app));
    }

    private static WebApplication CreateApplication()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddHealthChecks();
        builder.Services.AddRoutingCore()
            .AddSingleton(new ImportController(new EmbeddedImageStreamClient(new InMemoryImageStreamStore())));
        return builder.Build();
    }

    private static IEnumerable<string?> GetPatterns(WebApplication app) => ((IEndpointRouteBuilder)app).DataSources
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Select(endpoint => endpoint.RoutePattern.RawText);
}
