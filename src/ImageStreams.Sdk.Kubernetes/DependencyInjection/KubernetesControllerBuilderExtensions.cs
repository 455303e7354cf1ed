using ImageStreams;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Sets the work of controllers in a cluster.</summary>
public static class KubernetesControllerBuilderExtensions
{
    /// <summary>Configures the controllers in a cluster: the namespaces, the kinds, and what is left to the cluster's own.</summary>
    /// <remarks>For <c>AddImportController</c> and <c>AddTriggerController&lt;KubernetesTriggerTarget&gt;</c> of the package for hosts,
    /// after <see cref="KubernetesBuilderExtensions.UseKubernetes"/>. The objects with triggers come from the cluster, unless the target is
    /// an <see cref="ITriggerSource"/> itself.</remarks>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Sets options; several calls are applied in order.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="configure"/> is null.</exception>
    public static IImageStreamsBuilder ConfigureKubernetesControllers(
        this IImageStreamsBuilder builder, Action<KubernetesControllerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);

        builder.Services.Configure(configure);
        return builder;
    }

    /// <summary>Registers what hosted controllers need in a cluster. A second call changes nothing.</summary>
    internal static void AddTo(IServiceCollection services)
    {
        services.AddOptions<KubernetesControllerOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KubernetesControllerOptions>>(new KubernetesOptionsValidator()));
        services.TryAddSingleton<IImportDuty>(static provider => new ClusterImportDuty(
            Connection(provider), Options(provider), Logger<ClusterImportDuty>(provider)));
        services.TryAddSingleton(CreateSource);
        services.TryAddSingleton(static provider => new KubernetesTriggerTarget(Connection(provider), Options(provider)));
        services.Replace(ServiceDescriptor.Singleton(CreateFeed));
    }

    // A target of the application that is a source itself has its objects elsewhere.
    private static ITriggerSource CreateSource(IServiceProvider provider) =>
        provider.GetService<ITriggerTarget>() as ITriggerSource
        ?? new KubernetesTriggerSource(
            Connection(provider), Options(provider), provider.GetService<ILogger<KubernetesTriggerSource>>());

    private static Reflector<ImageStream> CreateFeed(IServiceProvider provider) => new(
        CreateStreams(provider),
        provider.GetRequiredService<IOptions<ReflectorOptions>>().Value,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILogger<Reflector<ImageStream>>>());

    private static IObjectSource<ImageStream> CreateStreams(IServiceProvider provider)
    {
        var options = Options(provider);
        var streams = ObjectSource.FromStreams(provider.GetRequiredService<IImageStreamClient>());
        var hidden = new HiddenNamespaces(
            options.RecheckInterval, provider.GetRequiredService<TimeProvider>(), Logger<NamespacedStreams>(provider));
        return options.Namespaces.Count == 0 ? streams : new NamespacedStreams(streams, [.. options.Namespaces.Distinct()], hidden);
    }

    private static ClusterConnection Connection(IServiceProvider provider) => provider.GetRequiredService<ClusterConnection>();

    private static KubernetesControllerOptions Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<KubernetesControllerOptions>>().Value;

    private static ILogger Logger<T>(IServiceProvider provider) => provider.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}
