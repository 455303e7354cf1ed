using ImageStreams.Builds;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Hosting;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Tests.Testing;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ImageStreams.Tests.Documentation;

public sealed class ServiceSamples
{
    [Fact]
    public async Task Host_WithControllers_ImportsUntilItStops()
    {
        string[] args = [];
        var folder = Directory.CreateTempSubdirectory("imagestreams-service-").FullName;
        var databasePath = Path.Combine(folder, "streams.db");
        using var registry = new InMemoryRegistry();
        registry.Push(ShopWorld.BaseImage, SyntheticImage.Create("python"));

        // sample: service-host
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddImageStreams()
            .UseSqlite(databasePath)
            .AddImportController(imports => imports.Interval = TimeSpan.FromMinutes(15))
            .AddTriggerController<Platform>(triggers => triggers.Fuse = new TriggerFuseOptions());
        builder.Services.AddHealthChecks().AddImageStreamHealthChecks();
        // end

        builder.Services.AddSingleton<IRegistryClient>(registry);
        var reading = Task.CompletedTask;
        ControllerReports? reports = null;
        ControllerLoops? loops = null;
        builder.Services.AddSingleton<IHostedService>(provider => new Starting(async () =>
        {
            reading = ReadOneAsync(provider, provider.GetRequiredService<IHostApplicationLifetime>());
            (reports, loops) = (provider.GetRequiredService<ControllerReports>(), provider.GetRequiredService<ControllerLoops>());
            await provider.GetRequiredService<IImageStreamClient>().Streams.CreateAsync(ShopWorld.Python());
        }));

        // sample: service-host
        using var host = builder.Build();
        await host.RunAsync();
        // end

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.NotEmpty(reports!.LastImports);
        Assert.All(loops!.All, static loop => Assert.Null(loop.LastError));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Options_BindFromConfiguration()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
        [
            new("ImageStreams:Imports:Interval", "00:05:00"),
            new("ImageStreams:Triggers:MaxRunningBuilds", "3"),
            new("ImageStreams:Host:MaxConcurrentImports", "2"),
            new("ImageStreams:Health:OnTimeShare", "0.5"),
        ]);
        builder.Services.AddImageStreams().AddImportController();

        // sample: service-configuration
        builder.Services.Configure<ImportScheduleOptions>(builder.Configuration.GetSection("ImageStreams:Imports"));
        builder.Services.Configure<TriggerControllerOptions>(builder.Configuration.GetSection("ImageStreams:Triggers"));
        builder.Services.Configure<ControllerHostOptions>(builder.Configuration.GetSection("ImageStreams:Host"));
        builder.Services.Configure<ImageStreamHealthOptions>(builder.Configuration.GetSection("ImageStreams:Health"));
        // end

        using var host = builder.Build();
        Assert.Equal(TimeSpan.FromMinutes(5), Get<ImportScheduleOptions>(host).Interval);
        Assert.Equal(3, Get<TriggerControllerOptions>(host).MaxRunningBuilds);
        Assert.Equal(2, Get<ControllerHostOptions>(host).MaxConcurrentImports);
        Assert.Equal(0.5, Get<ImageStreamHealthOptions>(host).OnTimeShare);
    }

    [Fact]
    public void Replicas_ShareTheWork()
    {
        var databasePath = Path.Combine(Path.GetTempPath(), "never-opened.db");
        var builder = Host.CreateEmptyApplicationBuilder(null);

        // sample: service-replicas
        builder.Services.AddImageStreams()
            .UseSqlite(databasePath)
            .AddImportController()
            .AddTriggerController<Platform>()
            .UseReplicas(leases => leases.LeaseDuration = TimeSpan.FromSeconds(15));
        // end

        using var host = builder.Build();
        Assert.Equal(TimeSpan.FromSeconds(15), Get<ShardLeaseOptions>(host).LeaseDuration);
    }

    private static T Get<T>(IHost host)
        where T : class => host.Services.GetRequiredService<IOptions<T>>().Value;

    private static async Task ReadOneAsync(IServiceProvider services, IHostApplicationLifetime lifetime)
    {
        var host = new { Services = services };
        var stoppingToken = lifetime.ApplicationStopping;
        _ = StopAfterOneAsync(services.GetRequiredService<ControllerReports>(), lifetime);

        // sample: service-reports
        await foreach (var report in host.Services.GetRequiredService<ControllerReports>().ReadImportsAsync(stoppingToken))
        {
            Console.WriteLine($"{report.Job.Stream}: {string.Join(", ", report.Tags)}");
        }
        // end
    }

    private static async Task StopAfterOneAsync(ControllerReports reports, IHostApplicationLifetime lifetime)
    {
        await foreach (var _ in reports.ReadImportsAsync(CancellationToken.None))
        {
            lifetime.StopApplication();
            return;
        }
    }

    private sealed class Starting(Func<Task> start) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => start();

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    // sample: service-target
    internal sealed class Platform(TimeProvider timeProvider) : ITriggerTarget, ITriggerSource
    {
        private readonly InMemoryTriggerSource _objects = new();

        public void Add(BuildConfig buildConfig) => _objects.Set(buildConfig);

        public IAsyncEnumerable<TriggerSourceEvent> WatchAsync(CancellationToken cancellationToken = default) =>
            _objects.WatchAsync(cancellationToken);

        public ValueTask<TriggerTargetResult> StartBuildAsync(
            BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken)
        {
            Console.WriteLine($"build {buildConfig.Metadata.Name} with {request.TriggeredByImage?.Name}");
            _objects.Set(BuildTriggers.RecordBuild(buildConfig, request, Timestamp.Now(timeProvider)));
            return ValueTask.FromResult(TriggerTargetResult.Accepted.Instance);
        }

        public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken)
        {
            _objects.Set(updated);
            return ValueTask.FromResult(TriggerTargetResult.Accepted.Instance);
        }

        public ValueTask<TriggerTargetResult> UpdateAsync(
            DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken)
        {
            _objects.Set(updated);
            return ValueTask.FromResult(TriggerTargetResult.Accepted.Instance);
        }
    }
    // end
}
