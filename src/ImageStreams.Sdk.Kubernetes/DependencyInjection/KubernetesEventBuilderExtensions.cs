using ImageStreams;
using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using ImageStreams.Triggers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Writes Events of a cluster about what controllers do.</summary>
public static class KubernetesEventBuilderExtensions
{
    /// <summary>Writes Events about streams and objects, from the <see cref="ControllerReports"/> of hosted controllers.</summary>
    /// <remarks>
    /// <para>The reasons are <c>ImageImported</c>, <c>ImportFailed</c>, <c>TriggerFired</c>, <c>TriggerSkipped</c>, <c>TriggerDelayed</c>,
    /// <c>TriggerPostponed</c>, <c>TriggerInvalid</c> and <c>TriggerHeld</c>. They are written sparingly, as the options say, and a
    /// controller never waits for them. Needs <c>create</c> and <c>patch</c> of <c>events</c> in the group <c>events.k8s.io</c>; without,
    /// the log says so once.</para>
    /// <para>Uses the connection of <see cref="KubernetesBuilderExtensions.UseKubernetes"/>, which has to be called, too. A second call adds
    /// only its configuration.</para>
    /// </remarks>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Sets options; null for the defaults, or those of the configuration.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder UseKubernetesEvents(
        this IImageStreamsBuilder builder, Action<KubernetesEventOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        var services = builder.Services;
        services.AddOptions<KubernetesEventOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KubernetesEventOptions>>(new KubernetesOptionsValidator()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EventService>(CreateService));
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }

    private static EventService CreateService(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<KubernetesEventOptions>>().Value;
        return new EventService(
            provider.GetRequiredService<ControllerReports>(),
            CreateRecorder(provider, options),
            provider.GetRequiredService<Reflector<ImageStream>>(),
            name => Refer(provider, name),
            options.IsEnabled);
    }

    private static EventRecorder CreateRecorder(IServiceProvider provider, KubernetesEventOptions options) => new(
        new EventClient(provider.GetRequiredService<ClusterConnection>().Sender, options.Component),
        options,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILogger<EventRecorder>>() ?? NullLogger<EventRecorder>.Instance);

    private static EventObject Refer(IServiceProvider provider, TriggerObject name) =>
        provider.GetService<ITriggerSource>() is KubernetesTriggerSource source
            ? source.Identities.Refer(name)
            : new EventObject(name.Kind, name.Namespace, name.Name);
}
