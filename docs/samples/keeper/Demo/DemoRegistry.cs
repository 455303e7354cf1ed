using System.Globalization;
using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.Keeper.Demo;

/// <summary>A registry in the process that answers for every host. One of its images moves every few seconds.</summary>
internal sealed class DemoRegistry(InMemoryRegistry registry, TimeProvider timeProvider) : BackgroundService
{
    private const string Interval = "00:00:05";
    private const string WebhookSecret = "demo-webhook-secret";

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(3);

    /// <summary>The images, in the order in which they move. redis:8 is missing on purpose: its import fails.</summary>
    private static readonly string[] Images =
    [
        "registry.access.redhat.com/ubi9/ruby-33:latest",
        "docker.io/library/redis:7",
        "quay.io/nginx/nginx-unprivileged:stable",
    ];

    /// <summary>Replaces all registries with one in the process, shortens the interval, and accepts webhooks.</summary>
    public static void Use(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        settings["Keeper:Database"] = settings["Keeper:DemoDatabase"] ?? Path.Combine(Path.GetTempPath(), "imagestreams-keeper-demo.db");
        settings["Keeper:Imports:Interval"] = Interval;
        settings["Keeper:Webhooks:Senders:registry:Secret"] = WebhookSecret;
        builder.Services.AddSingleton(new InMemoryRegistry { MaxRequests = 0 });
        builder.Services.AddSingleton<IRegistryClient>(services => services.GetRequiredService<InMemoryRegistry>());
        builder.Services.AddHostedService<DemoRegistry>();
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var image in Images)
        {
            Move(image);
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(Pace, timeProvider);
        for (var turn = 0; await pace.WaitForNextTickAsync(stoppingToken); turn++)
        {
            Move(Images[turn % Images.Length]);
        }
    }

    private void Move(string name)
    {
        var now = timeProvider.GetUtcNow();
        registry.Push(name, SyntheticImage.Create(name)
            .WithCreated(now)
            .WithLabel("version", now.ToString("yyyyMMdd.HHmmss", CultureInfo.InvariantCulture)));
    }
}
