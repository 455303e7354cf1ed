using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Works on the image streams of a cluster.</summary>
public static class KubernetesBuilderExtensions
{
    /// <summary>Replaces the embedded <see cref="IImageStreamClient"/> by that of a cluster.</summary>
    /// <remarks>
    /// Everything that uses the client then reads and writes the cluster: feeds, reports, your own code. Hosted controllers follow the
    /// objects of the cluster, which <see cref="KubernetesTriggerTarget"/> changes, and leave alone what OpenShift's own controllers do:
    /// <see cref="KubernetesControllerBuilderExtensions.ConfigureKubernetesControllers"/>. A second call replaces the connection.
    /// </remarks>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="connect">Creates the connection, which the provider disposes of; null for that of the pod, and elsewhere of the
    /// kubeconfig, with the <see cref="ClusterConnectionOptions"/> of the configuration.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder UseKubernetes(
        this IImageStreamsBuilder builder, Func<IServiceProvider, ClusterConnection>? connect = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.Services.AddOptions<ClusterConnectionOptions>();
        builder.Services.Replace(ServiceDescriptor.Singleton(connect ?? Connect));
        builder.Services.Replace(ServiceDescriptor.Singleton<IImageStreamClient>(
            static provider => new KubernetesImageStreamClient(provider.GetRequiredService<ClusterConnection>())));
        KubernetesControllerBuilderExtensions.AddTo(builder.Services);
        return builder;
    }

    /// <summary>Keeps leases in the cluster, so that pods divide the work of hosted controllers: <see cref="KubernetesLeaseStore"/>.</summary>
    /// <remarks>Uses the connection of <see cref="UseKubernetes"/>, which has to be called, too.</remarks>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="ns">The namespace of the leases; null for that of the connection.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder UseKubernetesLeases(this IImageStreamsBuilder builder, string? ns = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.Services.Replace(ServiceDescriptor.Singleton<ILeaseStore>(provider => new KubernetesLeaseStore(
            provider.GetRequiredService<ClusterConnection>(), ns, timeProvider: provider.GetRequiredService<TimeProvider>())));
        return builder;
    }

    private static ClusterConnection Connect(IServiceProvider provider) =>
        ClusterConnection.FromEnvironment(provider.GetRequiredService<IOptions<ClusterConnectionOptions>>().Value);
}
