using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.Registries;
using ImageStreams.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Tool;

/// <summary>Puts the server together: the API of streams and workloads, the controllers, webhooks and the status page over one store.</summary>
internal static class ServedApplication
{
    /// <summary>Creates the application; it is not started.</summary>
    public static async Task<WebApplication> CreateAsync(
        ServeSettings settings, ServedIdentity identity, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var secret = settings.WebhookSecretFile is { } file ? await ServeSecrets.ReadAsync(file, cancellationToken).ConfigureAwait(false) : null;
        var connection = ServedStore.Connect(settings);
#pragma warning disable CA2000 // The application disposes of its services.
        var front = settings.IsAggregated ? await FrontProxy.ReadAsync(connection!, environment, cancellationToken).ConfigureAwait(false) : null;
#pragma warning restore CA2000

        // Neither settings files nor variables of the machine are read: they could bind other addresses.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        Listen(builder, settings, identity);
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None) // a start that fails is an error of the command
            .AddProvider(new ServeLogs(environment)));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ServedProcess.ShutdownTimeout);
        builder.Services.AddSingleton(environment.TimeProvider);
        if (front is not null)
        {
            builder.Services.AddHostedService(_ => front);
        }

        AddRegistry(builder.Services, settings, environment);
        AddImages(builder.Services, settings, connection);
        var application = builder.Build();
        Map(application, access => ServedAccess.Configure(access, identity.Token, front, connection, environment.TimeProvider));
        MapHooks(application, secret);
        return application;
    }

    private static void Listen(WebApplicationBuilder builder, ServeSettings settings, ServedIdentity identity)
    {
        var https = new HttpsConnectionAdapterOptions { ServerCertificate = identity.Certificate, ServerCertificateChain = identity.Chain };
        if (settings.IsAggregated)
        {
            // The API decides whose certificates count.
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.AllowAnyClientCertificate();
        }

        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(settings.Listen.Address, settings.Listen.Port, listen => listen.UseHttps(https)));
    }

    private static void AddRegistry(IServiceCollection services, ServeSettings settings, ToolEnvironment environment)
    {
        if (!settings.IsDemo)
        {
            services.AddSingleton(_ => environment.CreateRegistryClient(new RegistryClientOptions()));
            return;
        }

        services.AddSingleton(static _ => new InMemoryRegistry { MaxRequests = 0 });
        services.AddSingleton<IRegistryClient>(static provider => provider.GetRequiredService<InMemoryRegistry>());
        services.AddHostedService(provider => new DemoImages(
            provider.GetRequiredService<InMemoryRegistry>(),
            provider.GetRequiredService<IImageStreamClient>(),
            provider.GetServices<ServedResource>().Single(static one => one.Definition.QualifiedName == DemoDeployment.Resource),
            provider.GetRequiredService<TimeProvider>(),
            settings.Namespace));
    }

    private static void AddImages(IServiceCollection services, ServeSettings settings, ClusterConnection? connection)
    {
        var images = services.AddImageStreams()
            .UseInternalRegistry(settings.Registry)
            .AddImportController(imports => imports.Interval = settings.ImportInterval);
        ServedStore.Add(images, settings, connection);
    }

    private static void Map(WebApplication application, Action<ImageApiAccessOptions> allow)
    {
        application.UseRouting();
        application.MapImageStreamApi(api =>
        {
            api.AnswersEveryPath = true;
            allow(api.Access);
        });
        application.MapImageStreamStatus("/status");
    }

    private static void MapHooks(WebApplication application, string? webhookSecret)
    {
        if (webhookSecret is not null)
        {
            application.MapRegistryWebhooks("/hooks", hooks => hooks.Senders["registry"] = new() { Secret = webhookSecret });
        }
    }
}
