using ImageStreams.Kubernetes;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps what the library stores in a cluster.</summary>
public static class KubernetesStoreBuilderExtensions
{
    /// <summary>Keeps streams and images as custom resources of a cluster, and leases and the state of controllers beside them: the
    /// embedded engine, with all of its rules, where there is no OpenShift.</summary>
    /// <remarks>
    /// Registers a <see cref="KubernetesImageStreamStore"/> in place of every <see cref="IImageStreamStore"/> and
    /// <see cref="IClusterObjectStore"/>, a
    /// <see cref="KubernetesLeaseStore"/> in place of every <see cref="ILeaseStore"/>, and a <see cref="KubernetesStateStore"/> in place of
    /// every <see cref="IStateStore"/>. Leases and state are in the namespace of the connection, which is that of the pod.
    /// </remarks>
    /// <param name="builder">The builder that <see cref="ImageStreamsServiceCollectionExtensions.AddImageStreams"/> returned.</param>
    /// <param name="configure">Sets options, such as the group; several calls are applied in order. Null for none.</param>
    /// <param name="connect">Creates the connection, which the provider disposes of; null for one that is registered already, or that of
    /// the pod, and elsewhere of the kubeconfig.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder UseKubernetesStore(
        this IImageStreamsBuilder builder,
        Action<KubernetesStoreOptions>? configure = null,
        Func<IServiceProvider, ClusterConnection>? connect = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<ClusterConnectionOptions>();
        services.AddOptions<KubernetesStoreOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KubernetesStoreOptions>, KubernetesOptionsValidator>());
        AddConnection(services, connect);
        services.TryAddSingleton(CreateStore);
        services.Replace(ServiceDescriptor.Singleton<IImageStreamStore>(
            static provider => provider.GetRequiredService<KubernetesImageStreamStore>()));
        services.Replace(ServiceDescriptor.Singleton<IClusterObjectStore>(
            static provider => provider.GetRequiredService<KubernetesImageStreamStore>()));
        builder.UseKubernetesLeases();
        return builder.UseKubernetesState();
    }

    /// <summary>Keeps the state of controllers in ConfigMaps, so that another pod goes on where one has ended:
    /// <see cref="KubernetesStateStore"/>.</summary>
    /// <remarks>Uses the connection of <see cref="UseKubernetesStore"/>, which calls it, or of
    /// <see cref="KubernetesBuilderExtensions.UseKubernetes"/>.</remarks>
    /// <param name="builder">The builder that <see cref="ImageStreamsServiceCollectionExtensions.AddImageStreams"/> returned.</param>
    /// <param name="ns">The namespace of the ConfigMaps; null for that of the connection.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder UseKubernetesState(this IImageStreamsBuilder builder, string? ns = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IStateStore>(provider => new KubernetesStateStore(
            provider.GetRequiredService<ClusterConnection>(), ns)));
        return builder;
    }

    private static void AddConnection(IServiceCollection services, Func<IServiceProvider, ClusterConnection>? connect)
    {
        if (connect is not null)
        {
            services.Replace(ServiceDescriptor.Singleton(connect));
            return;
        }

        services.TryAddSingleton(static provider =>
            ClusterConnection.FromEnvironment(provider.GetRequiredService<IOptions<ClusterConnectionOptions>>().Value));
    }

    private static KubernetesImageStreamStore CreateStore(IServiceProvider provider) => new(
        provider.GetRequiredService<ClusterConnection>(),
        provider.GetRequiredService<IOptions<KubernetesStoreOptions>>().Value,
        provider.GetService<TimeProvider>());
}
