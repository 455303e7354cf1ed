using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what keeps streams imported, each as a singleton that does nothing until it is run.</summary>
internal static class ControllerRegistration
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<IStateStore, InMemoryStateStore>();
        services.TryAddSingleton<ILeaseStore>(CreateLeases);
        services.TryAddSingleton(CreateReports);
        services.TryAddSingleton(CreateFeed);
        services.TryAddSingleton(CreateSchedule);
        services.TryAddSingleton(CreateImports);
    }

    private static InMemoryLeaseStore CreateLeases(IServiceProvider provider) =>
        new(provider.GetRequiredService<TimeProvider>());

    private static ControllerReports CreateReports(IServiceProvider provider) =>
        new(provider.GetRequiredService<IOptions<ControllerReportsOptions>>().Value);

    private static StreamFeed CreateFeed(IServiceProvider provider) => new(
        provider.GetRequiredService<IImageStreamClient>(),
        provider.GetRequiredService<IOptions<StreamFeedOptions>>().Value,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILogger<StreamFeed>>());

    private static ImportSchedule CreateSchedule(IServiceProvider provider) =>
        new(provider.GetRequiredService<IOptions<ImportScheduleOptions>>().Value);

    private static ImportController CreateImports(IServiceProvider provider) => new(
        provider.GetRequiredService<IImageStreamClient>(),
        provider.GetRequiredService<ImportSchedule>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILogger<ImportController>>());
}
