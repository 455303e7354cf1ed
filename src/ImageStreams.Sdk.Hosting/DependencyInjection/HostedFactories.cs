using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using ImageStreams;
using ImageStreams.Controllers;
using ImageStreams.Hosting;
using ImageStreams.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Creates the parts of the hosted service from those of the collection; what was not asked for is null.</summary>
internal static class HostedFactories
{
    public static HostedImports CreateImports(IServiceProvider provider) => new(provider.GetRequiredService<ImportController>());

    public static ActiveShards CreateActiveShards(IServiceProvider provider) => new(provider.GetService<ShardLeases>());

    public static StreamRouter CreateRouter(IServiceProvider provider) => new(
        provider.GetService<HostedImports>()?.Controller,
        provider.GetService<TriggerController>(),
        provider.GetService<TagPolicyWorker>()?.Controller,
        provider.GetRequiredService<ActiveShards>());

    public static StateKeeper CreateState(IServiceProvider provider) => new(
        provider.GetRequiredService<IStateStore>(),
        [.. FindStateSources(provider)],
        provider.GetRequiredService<ActiveShards>(),
        provider.GetRequiredService<StoreHealth>(),
        Logger<StateKeeper>(provider));

    public static StateReader CreateReader(IServiceProvider provider) => new(
        provider.GetRequiredService<StateKeeper>(),
        Options<ControllerHostOptions>(provider),
        Time(provider),
        Logger<StateReader>(provider));

    public static Readiness CreateReadiness(IServiceProvider provider) => new(
        provider.GetRequiredService<Reflector<ImageStream>>(), provider.GetService<TriggerSourceFeed>());

    public static ImportsHealthCheck CreateImportsHealthCheck(IServiceProvider provider) => new(
        provider.GetService<ImportOverviewSource>(), provider.GetRequiredService<IOptions<ImageStreamHealthOptions>>());

    public static HostMeter CreateMeter(IServiceProvider provider) => new(provider.GetService<IMeterFactory>());

    public static HostGauges CreateGauges(IServiceProvider provider) => new(
        provider.GetRequiredService<HostMeter>(),
        provider.GetRequiredService<ControllerLoops>(),
        provider.GetRequiredService<Reflector<ImageStream>>(),
        provider.GetService<ImportOverviewSource>(),
        provider.GetService<ImportWorker>(),
        provider.GetRequiredService<ActiveShards>());

    public static ImportMetrics CreateMetrics(IServiceProvider provider) => new(provider.GetRequiredService<HostMeter>().Meter);

    public static ImportWorker CreateImportWorker(IServiceProvider provider) => new(
        provider.GetRequiredService<ImportController>(),
        provider.GetService<ShardLeases>(),
        provider.GetRequiredService<StateKeeper>(),
        provider.GetRequiredService<ImportResults>(),
        Options<ControllerHostOptions>(provider).MaxConcurrentImports,
        Logger<ImportWorker>(provider));

    public static TriggerController CreateTriggerController(IServiceProvider provider) => new(
        provider.GetService<ShardedTarget>() ?? provider.GetRequiredService<ITriggerTarget>(),
        Options<TriggerControllerOptions>(provider),
        Time(provider),
        provider.GetService<ILogger<TriggerController>>());

    public static TriggerSourceFeed CreateSourceFeed(IServiceProvider provider) => new(
        FindSource(provider),
        provider.GetRequiredService<TriggerController>(),
        provider.GetService<ShardLeases>(),
        Time(provider),
        provider.GetService<ILogger<TriggerSourceFeed>>());

    public static TriggerWorker CreateTriggerWorker(IServiceProvider provider) => new(
        provider.GetRequiredService<TriggerController>(),
        provider.GetRequiredService<TriggerSourceFeed>(),
        provider.GetService<ShardedTarget>(),
        provider.GetRequiredService<ActiveShards>(),
        provider.GetRequiredService<StateKeeper>(),
        provider.GetRequiredService<ControllerReports>(),
        Logger<TriggerWorker>(provider));

    public static ShardLeases CreateLeases(IServiceProvider provider) => new(
        provider.GetRequiredService<ILeaseStore>(),
        Options<ShardLeaseOptions>(provider),
        Time(provider),
        provider.GetService<ILogger<ShardLeases>>());

    public static ShardedTarget CreateShardedTarget(IServiceProvider provider) => new(
        provider.GetRequiredService<ITriggerTarget>(),
        provider.GetRequiredService<ShardLeases>(),
        provider.GetRequiredService<ActiveShards>());

    public static ControllerService CreateService(IServiceProvider provider)
    {
        var parts = CreateParts(provider);
        parts.Feed.Objects.Add(parts.Streams);
        parts.Feed.Objects.Add(provider.GetRequiredService<ControllerReports>());
        _ = provider.GetRequiredService<HostGauges>();
        return new ControllerService(
            parts, Options<ControllerHostOptions>(provider), Time(provider), Logger<ControllerService>(provider));
    }

    /// <summary>Finds everything whose state is kept: what is registered, and the controllers.</summary>
    private static IEnumerable<IStateSource> FindStateSources(IServiceProvider provider)
    {
        IStateSource?[] controllers =
            [provider.GetService<HostedImports>()?.Controller, provider.GetService<TriggerController>()];
        return provider.GetServices<IStateSource>().Concat(controllers.OfType<IStateSource>()).Distinct();
    }

    private static HostedParts CreateParts(IServiceProvider provider) => new(
        provider.GetRequiredService<Reflector<ImageStream>>(),
        provider.GetRequiredService<StreamRouter>(),
        provider.GetRequiredService<ControllerLoops>(),
        provider.GetRequiredService<StateKeeper>(),
        provider.GetRequiredService<StateReader>(),
        provider.GetService<ImportWorker>(),
        provider.GetService<TriggerWorker>(),
        provider.GetService<TagPolicyWorker>(),
        provider.GetService<ShardWorker>(),
        CreatePauses(provider),
        provider.GetService<IImportDuty>());

    private static PauseWorker? CreatePauses(IServiceProvider provider) =>
        provider.GetService<ShardLeases>() is null
            ? null
            : new PauseWorker(
                provider.GetRequiredService<StateKeeper>(),
                provider.GetService<HostedImports>()?.Controller,
                provider.GetService<TriggerController>(),
                Time(provider));

    private static TOptions Options<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceProvider provider)
        where TOptions : class => provider.GetRequiredService<IOptions<TOptions>>().Value;

    private static TimeProvider Time(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();

    private static ILogger<T> Logger<T>(IServiceProvider provider) => provider.GetRequiredService<ILogger<T>>();

    private static ITriggerSource FindSource(IServiceProvider provider) =>
        provider.GetService<ITriggerSource>()
        ?? provider.GetRequiredService<ITriggerTarget>() as ITriggerSource
        ?? throw HostErrors.NoSource(provider.GetRequiredService<ITriggerTarget>().GetType());
}
