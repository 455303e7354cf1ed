using ImageStreams.Diagnostics;
using ImageStreams.Hosting;
using ImageStreams.Keeper;
using ImageStreams.Keeper.Demo;
using OpenTelemetry;

var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = [.. args.Except(["--demo"])], ContentRootPath = AppContext.BaseDirectory });
if (args.Contains("--demo"))
{
    DemoRegistry.Use(builder);
}

var settings = builder.Configuration;
builder.Services.AddSingleton<Shop>().AddHostedService<ManifestFolder>();
builder.Services.AddImageStreams()
    .UseSqlite(settings["Keeper:Database"] ?? "keeper.db")
    .AddImportController(imports => settings.GetSection("Keeper:Imports").Bind(imports))
    .AddTriggerController<Shop>();
builder.Services.AddHealthChecks().AddImageStreamHealthChecks();
builder.Services.AddOpenTelemetry()
    .WithTracing(traces => traces.AddSource(ImageStreamsTelemetry.ActivitySourceName))
    .WithMetrics(metrics => metrics.AddMeter(ImageStreamsTelemetry.MeterName))
    .UseOtlpExporter();

var app = builder.Build();
app.MapRegistryWebhooks("/hooks", hooks => settings.GetSection("Keeper:Webhooks").Bind(hooks));
app.MapHealthChecks("/health");
app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(ImageStreamHealthChecks.ReadyTag) });
app.MapHealthChecks("/health/live", new() { Predicate = check => check.Tags.Contains(ImageStreamHealthChecks.LiveTag) });
app.MapImageStreamStatus("/");
await app.RunAsync();
