using ImageStreams;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Policies;
using ImageStreams.Registries;
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
        services.TryAddSingleton(CreateTagPolicies);
        services.TryAddSingleton(CreateState);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStateSource, ImportController>(
            static provider => provider.GetRequiredService<ImportController>()));
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IPostConfigureOptions<TriggerControllerOptions>, SharedInternalRegistry>());
        AddPauses(services);
    }

    /// <summary>Registers the pauses of registries, which the default client uses and whose state is kept.</summary>
    private static void AddPauses(IServiceCollection services)
    {
        services.TryAddSingleton(static provider => new RegistryPauses(provider.GetRequiredService<TimeProvider>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStateSource, RegistryPauseState>(CreatePauseState));
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IPostConfigureOptions<RegistryClientOptions>, SharedRegistryPauses>());
    }

    private static RegistryPauseState CreatePauseState(IServiceProvider provider) => new(
        provider.GetRequiredService<RegistryPauses>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILogger<RegistryPauseState>>());

    private static ControllerState CreateState(IServiceProvider provider) => new(
        provider.GetRequiredService<IStateStore>(),
        provider.GetServices<IStateSource>(),
        provider.GetRequiredService<IOptions<ControllerStateOptions>>().Value,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILogger<ControllerState>>());

    private static InMemoryLeaseStore CreateLeases(IServiceProvider provider) =>
        new(provider.GetRequiredService<TimeProvider>());

    private static ControllerReports CreateReports(IServiceProvider provider) =>
        new(provider.GetRequiredService<IOptions<ControllerReportsOptions>>().Value);

    private static Reflector<ImageStream> CreateFeed(IServiceProvider provider) => new(
        ObjectSource.FromStreams(provider.GetRequiredService<IImageStreamClient>()),
        provider.GetRequiredService<IOptions<ReflectorOptions>>().Value,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILogger<Reflector<ImageStream>>>());

    private static ImportSchedule CreateSchedule(IServiceProvider provider) =>
        new(provider.GetRequiredService<IOptions<ImportScheduleOptions>>().Value);

    private static TagPolicyController CreateTagPolicies(IServiceProvider provider) => new(
        provider.GetRequiredService<IImageStreamClient>(),
        provider.GetRequiredService<IRegistryClient>(),
        new TagGatekeeper(provider.GetServices<IImageGate>()),
        provider.GetRequiredService<IOptions<TagPolicyOptions>>().Value,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILogger<TagPolicyController>>());

    private static ImportController CreateImports(IServiceProvider provider) => new(
        provider.GetRequiredService<IImageStreamClient>(),
        provider.GetRequiredService<ImportSchedule>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILogger<ImportController>>());
}
