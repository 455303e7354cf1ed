using System.Diagnostics.CodeAnalysis;
using ImageStreams.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the parts of the hosted service. A second call of a method changes nothing.</summary>
internal static class HostedControllers
{
    /// <summary>Registers what every hosted controller needs.</summary>
    public static void Add(IServiceCollection services)
    {
        if (Has<ControllerService>(services))
        {
            return;
        }

        AddOptions<ControllerHostOptions>(services);
        AddOptions<ImageStreamHealthOptions>(services);
        services.AddSingleton(static _ => new ControllerLoops());
        services.AddSingleton<StoreHealth>();
        services.AddSingleton<StoreOutages>();
        services.AddSingleton(HostedFactories.CreateActiveShards);
        services.AddSingleton(HostedFactories.CreateRouter);
        services.AddSingleton(HostedFactories.CreateState);
        services.AddSingleton(HostedFactories.CreateReader);
        services.AddSingleton(HostedFactories.CreateReadiness);
        services.AddSingleton<ReadyHealthCheck>();
        services.AddSingleton<LoopsHealthCheck>();
        services.AddSingleton(HostedFactories.CreateImportsHealthCheck);
        services.AddSingleton(HostedFactories.CreateMeter);
        services.AddSingleton(HostedFactories.CreateGauges);
        services.AddSingleton(HostedFactories.CreateService);
        services.AddHostedService(static provider => provider.GetRequiredService<ControllerService>());
    }

    public static void AddImports(IServiceCollection services)
    {
        if (Has<ImportWorker>(services))
        {
            return;
        }

        services.AddSingleton(HostedFactories.CreateImports);
        services.AddSingleton(HostedFactories.CreateMetrics);
        services.AddSingleton<ImportResults>();
        services.AddSingleton<ImportOverviewSource>();
        services.AddSingleton(HostedFactories.CreateImportWorker);
    }

    public static void AddTriggers(IServiceCollection services)
    {
        services.TryAddSingleton(HostedFactories.CreateTriggerController);
        services.TryAddSingleton(HostedFactories.CreateSourceFeed);
        services.TryAddSingleton(HostedFactories.CreateTriggerWorker);
    }

    public static void AddTagPolicies(IServiceCollection services)
    {
        services.TryAddSingleton(HostedPolicyFactories.CreateWorker);
    }

    public static void AddShards(IServiceCollection services)
    {
        services.TryAddSingleton(HostedFactories.CreateLeases);
        services.TryAddSingleton<ShardWorker>();
        services.TryAddSingleton(HostedFactories.CreateShardedTarget);
    }

    private static bool Has<TService>(IServiceCollection services) =>
        services.Any(static service => service.ServiceType == typeof(TService));

    private static void AddOptions<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceCollection services)
        where TOptions : class
    {
        var validator = (IValidateOptions<TOptions>)(object)new HostOptionsValidator();
        services.TryAddEnumerable(ServiceDescriptor.Singleton(validator));
        services.AddOptions<TOptions>().ValidateOnStart();
    }
}
