using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Storage;
using ImageStreams.Testing.Server;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the other objects of a cluster to an application that serves the image API.</summary>
public static class ClusterBuilderExtensions
{
    /// <summary>Serves workloads, builds and other objects beside the streams: <c>MapImageStreamApi</c> maps them.</summary>
    /// <remarks>
    /// <para>They are kept in the <see cref="IClusterObjectStore"/> of the collection, and are created where its
    /// <see cref="NamespaceDirectory"/> lets them: in a namespace that is being deleted, they are refused. Without such a directory,
    /// namespaces are in the store, and come to be on demand.</para>
    /// <para>Nothing runs pods or builds. The options of the image API are added, too. A second call adds nothing.</para>
    /// </remarks>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="kinds">The kinds, each with a resource of its own; null, the default, for those of <see cref="ClusterKinds"/>.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder AddClusterObjects(this IImageStreamsBuilder builder, IEnumerable<ClusterKind>? kinds = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        var services = builder.Services;
        services.AddImageStreamApi();
        if (services.Any(static service => service.ServiceType == typeof(ClusterResources)))
        {
            return builder;
        }

        var served = (kinds ?? ClusterKinds.All).ToList();
        services.TryAddSingleton(CreateNamespaces);
        services.AddSingleton(provider => CreateResources(served, provider));
        services.AddSingleton(static provider => provider.GetRequiredService<ClusterResources>().CustomKinds);
        foreach (var name in ClusterResources.GetServedNames(served))
        {
            services.AddSingleton<ServedResource>(provider => provider.GetRequiredService<ClusterResources>().FindServed(name)!);
        }

        return builder;
    }

    /// <summary>Adds the trigger controller for the objects of <see cref="AddClusterObjects"/>: when a tag moves, workloads and
    /// deployment configurations get its image, and builds are created.</summary>
    /// <remarks>Replaces other sources and targets of triggers in the collection. A build that was started before is not started again,
    /// and an event of the build configuration says so.</remarks>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Sets options; null for the defaults, or those of the configuration.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder AddClusterTriggers(
        this IImageStreamsBuilder builder, Action<TriggerControllerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.Services.Replace(ServiceDescriptor.Singleton<ITriggerSource>(
            static provider => ClusterTriggerSource.Create(provider.GetRequiredService<IClusterObjectStore>())));
        AddCalls(builder.Services);
        builder.Services.TryAddSingleton(static provider => new ClusterTriggerTarget(
            provider.GetRequiredService<ClusterResources>().ByName, provider.GetRequiredService<ClusterEvents>()));
        return builder.AddTriggerController<ClusterTriggerTarget>(configure);
    }

    /// <summary>Adds the controllers that roll deployment configurations out, and start the first build of build configurations with a
    /// trigger for changes of themselves, for the objects of <see cref="AddClusterObjects"/>.</summary>
    /// <remarks>Versions, replication controllers, the status and events are as in OpenShift until a rollout waits for its pod; no pod
    /// runs. Kinds that the cluster does not have are left alone. A second call adds nothing.</remarks>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder AddClusterRollouts(this IImageStreamsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        AddCalls(builder.Services);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ObjectController, BuildConfigController>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ObjectController, DeploymentConfigController>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ObjectController, DeployerController>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ObjectControllerService>());
        return builder;
    }

    private static void AddCalls(IServiceCollection services)
    {
        services.TryAddSingleton(static provider => new ControllerCalls(
            provider.GetRequiredService<ClusterResources>().ByName, provider.GetRequiredService<IClusterObjectStore>()));
        services.TryAddSingleton<ClusterEvents>();
    }

    private static NamespaceDirectory CreateNamespaces(IServiceProvider provider) => new(
        provider.GetRequiredService<IClusterObjectStore>(), timeProvider: provider.GetRequiredService<TimeProvider>());

    private static ClusterResources CreateResources(List<ClusterKind> kinds, IServiceProvider provider) => new(
        kinds,
        provider.GetRequiredService<IClusterObjectStore>(),
        provider.GetRequiredService<IImageStreamStore>().Streams,
        provider.GetRequiredService<NamespaceDirectory>(),
        provider.GetRequiredService<IOptions<EmbeddedImageStreamOptions>>().Value,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None);
}
