using ImageStreams.Kubernetes;
using ImageStreams.Registries;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Contacts registries as a cluster says.</summary>
public static class KubernetesRegistryBuilderExtensions
{
    /// <summary>Takes credentials, mirrors, registry rules and certificate authorities from the cluster, and exchanges them while
    /// running.</summary>
    /// <remarks>
    /// <para>Adds a <see cref="KubernetesCredentialSource"/> after the sources that were added before, and replaces the registry policy by
    /// that of <see cref="KubernetesRegistryRules"/>. No request is sent to a registry before the rules of the cluster are known. Both use
    /// the connection of <see cref="KubernetesBuilderExtensions.UseKubernetes"/>, which has to be called, too.</para>
    /// <para>A policy that is set later replaces that of the cluster. A second call adds only its configuration.</para>
    /// </remarks>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Sets options, which bind from configuration, too; null for the defaults.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder UseKubernetesRegistries(
        this IImageStreamsBuilder builder, Action<KubernetesRegistryOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        var services = builder.Services;
        if (configure is not null)
        {
            services.Configure(configure);
        }

        if (services.Any(static service => service.ServiceType == typeof(KubernetesRegistryRules)))
        {
            return builder;
        }

        services.AddOptions<KubernetesRegistryOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KubernetesRegistryOptions>>(new KubernetesOptionsValidator()));
        services.AddSingleton(CreateRules);
        services.AddSingleton(CreateSource);
        builder.AddCredentials(static provider => provider.GetRequiredService<KubernetesCredentialSource>());
        builder.UseRegistryPolicy(static provider => provider.GetRequiredService<KubernetesRegistryRules>().Current);
        WrapClient(services);
        return builder;
    }

    private static void WrapClient(IServiceCollection services)
    {
        var client = services.Last(static service => service.ServiceType == typeof(IRegistryClient) && !service.IsKeyedService);
        services[services.IndexOf(client)] = ServiceDescriptor.Singleton<IRegistryClient>(provider => new RuledRegistryClient(
            (IRegistryClient)client.ImplementationFactory!(provider), provider.GetRequiredService<KubernetesRegistryRules>()));
    }

    private static KubernetesCredentialSource CreateSource(IServiceProvider provider) => new(
        provider.GetRequiredService<ClusterConnection>(),
        provider.GetRequiredService<IOptions<KubernetesRegistryOptions>>().Value,
        provider.GetService<ILogger<KubernetesCredentialSource>>());

    private static KubernetesRegistryRules CreateRules(IServiceProvider provider)
    {
        var logger = provider.GetService<ILogger<KubernetesRegistryRules>>();
        var rules = new KubernetesRegistryRules(
            provider.GetRequiredService<ClusterConnection>(), provider.GetRequiredService<IOptions<KubernetesRegistryOptions>>().Value, logger);
        var handlers = provider.GetRequiredService<IRegistryHandlerSource>();
        if ((handlers as SocketsRegistryHandlerSource ?? provider.GetService<SocketsRegistryHandlerSource>()) is { } sockets)
        {
            var factory = provider.GetRequiredService<IOptionsFactory<RegistryTransportOptions>>();
            rules.TrustIn(sockets, () => factory.Create(Options.Options.DefaultName));
        }
        else
        {
            logger?.ForeignHandlers(handlers.GetType().Name);
        }

        return rules;
    }
}
