using ImageStreams.AspNetCore;
using ImageStreams.Clients;
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
        // Neither settings files nor variables of the machine are read: they could bind other addresses.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        Listen(builder, settings.Listen, identity);
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None) // a start that fails is an error of the command
            .AddProvider(new ServeLogs(environment)));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ServedProcess.ShutdownTimeout);
        builder.Services.AddSingleton(environment.TimeProvider);
        AddRegistry(builder.Services, settings, environment);
        AddImages(builder.Services, settings);
        var application = builder.Build();
        Map(application, identity, secret);
        return application;
    }

    private static void Listen(WebApplicationBuilder builder, ListenAddress address, ServedIdentity identity)
    {
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(address.Address, address.Port, listen => listen.UseHttps(
            new HttpsConnectionAdapterOptions { ServerCertificate = identity.Certificate, ServerCertificateChain = identity.Chain })));
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

    private static void AddImages(IServiceCollection services, ServeSettings settings)
    {
        var images = services.AddImageStreams()
            .UseInternalRegistry(settings.Registry)
            .AddClusterObjects()
            .AddClusterTriggers()
            .AddImportController(imports => imports.Interval = settings.ImportInterval);
        if (!settings.IsInMemory)
        {
            images.UseSqlite(settings.Data);
        }
    }

    private static void Map(WebApplication application, ServedIdentity identity, string? webhookSecret)
    {
        application.UseRouting();
        application.MapImageStreamApi(api =>
        {
            api.AnswersEveryPath = true;
            ServedAccess.Configure(api.Access, identity.Token);
        });
        application.MapImageStreamStatus("/status");
        if (webhookSecret is not null)
        {
            application.MapRegistryWebhooks("/hooks", hooks => hooks.Senders["registry"] = new() { Secret = webhookSecret });
        }
    }
}
