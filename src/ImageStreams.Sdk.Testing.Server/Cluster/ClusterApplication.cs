using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Testing.Server;

/// <summary>Creates the application of a cluster: its API, and the controllers beside it.</summary>
internal static class ClusterApplication
{
    public static WebApplication Create(FakeClusterOptions options, ClusterParts parts, LoopbackCertificate? certificate)
    {
        // Neither settings files nor variables of the machine are read: they could bind other addresses.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, options.Port, listen => UseCertificate(listen, certificate)));
        AddServices(builder.Services, options, parts);
        var application = builder.Build();
        var faults = new FaultMiddleware(parts.Faults, parts.Log, options.TimeProvider);
        application.Use(next => context => faults.HandleAsync(context, next));
        if (parts.Aggregator is { } aggregator)
        {
            application.Use(next => context => aggregator.HandleAsync(context, next));
        }

        application.UseRouting();
        WebhookEndpoint.Map(application);
        application.MapImageStreamApi(api =>
        {
            api.AnswersEveryPath = true;
            api.Forward = parts.Aggregator is { } front ? front.TryForwardAsync : null;
            options.ConfigureApi?.Invoke(api);
        });
        return application;
    }

    private static void AddServices(IServiceCollection services, FakeClusterOptions options, ClusterParts parts)
    {
        services.AddRoutingCore();
        services.AddLogging();
        services.AddSingleton(options.TimeProvider);
        services.AddSingleton(options.RegistryClient ?? parts.RegistryClient);
        services.AddSingleton(parts.Store);
        services.AddSingleton(parts.Objects);
        AddControllers(services.AddImageStreams(), options);
    }

    private static void AddControllers(IImageStreamsBuilder streams, FakeClusterOptions options)
    {
        streams.ConfigureEngine(engine => options.ConfigureEngine?.Invoke(engine)).AddClusterObjects(WebhookEndpoint.Advertise([.. options.Kinds]));
        if (options.RunsImports)
        {
            streams.AddImportController(options.ConfigureImports);
        }

        if (options.RunsTriggers)
        {
            streams.AddClusterTriggers(options.ConfigureTriggers);
        }

        if (options.RunsRollouts)
        {
            streams.AddClusterRollouts();
        }
    }

    private static void UseCertificate(ListenOptions listen, LoopbackCertificate? certificate)
    {
        if (certificate is not null)
        {
            listen.UseHttps(certificate.Server);
        }
    }
}
