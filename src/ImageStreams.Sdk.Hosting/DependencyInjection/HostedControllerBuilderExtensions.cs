using System.Diagnostics.CodeAnalysis;
using ImageStreams.Controllers;
using ImageStreams.Hosting;
using ImageStreams.Importing;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Runs the controllers of image streams in the host.</summary>
/// <remarks>
/// Each method adds one part to the same hosted service. It reads what the controllers remember from the
/// <c>IStateStore</c> of the collection, lists and watches the streams of the <c>IImageStreamClient</c>, and drains when the host
/// stops: nothing new begins, running work ends within <c>HostOptions.ShutdownTimeout</c> or is canceled then, the state is
/// written, and leases are released.
/// </remarks>
public static class HostedControllerBuilderExtensions
{
    /// <summary>Adds the import controller: tags are imported when they are due.</summary>
    /// <remarks>Runs the <see cref="ImportController"/> of the collection, and adds its results to the
    /// <see cref="ControllerReports"/>. A second call adds only its configuration.</remarks>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Sets options of the schedule; null for the defaults, or those of the configuration.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder AddImportController(
        this IImageStreamsBuilder builder, Action<ImportScheduleOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        HostedControllers.Add(builder.Services);
        HostedControllers.AddImports(builder.Services);
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        return builder;
    }

    /// <summary>Adds the trigger controller: builds are started and workloads are updated when tags move.</summary>
    /// <remarks>
    /// Registers <see cref="TriggerController"/> and <typeparamref name="TTarget"/> as singletons, unless they are registered
    /// already. The objects with triggers come from the <see cref="ITriggerSource"/> of the collection, or from the target when
    /// it is a source itself; without a source, the host does not start. A second call replaces the target.
    /// </remarks>
    /// <typeparam name="TTarget">The target, which starts the builds and stores the workloads.</typeparam>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Sets options; null for the defaults, or those of the configuration.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder AddTriggerController<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TTarget>(
        this IImageStreamsBuilder builder, Action<TriggerControllerOptions>? configure = null)
        where TTarget : class, ITriggerTarget
    {
        ArgumentNullException.ThrowIfNull(builder);

        var services = builder.Services;
        services.TryAddSingleton<TTarget>();
        services.Replace(ServiceDescriptor.Singleton<ITriggerTarget>(static provider => provider.GetRequiredService<TTarget>()));
        HostedControllers.Add(services);
        HostedControllers.AddTriggers(services);
        return configure is null ? builder : builder.ConfigureTriggers(configure);
    }

    /// <summary>Adds the controller of tag policies: tags move to what their policies choose, when their gates are open.</summary>
    /// <remarks>Runs the <see cref="TagPolicyController"/> of the collection with every <c>IImageGate</c> of it, and adds its results
    /// to the <see cref="ControllerReports"/>. It does not need <see cref="AddImportController"/>: a move imports its image. A second
    /// call adds only its configuration.</remarks>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Sets options; null for the defaults, or those of the configuration.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder AddTagPolicyController(this IImageStreamsBuilder builder, Action<TagPolicyOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        HostedControllers.Add(builder.Services);
        HostedControllers.AddTagPolicies(builder.Services);
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        return builder;
    }

    /// <summary>Divides the work among all processes that share the <c>ILeaseStore</c> of the collection.</summary>
    /// <remarks>Each replica imports and reacts only in the shards that it has leased. Use a store that the processes share, such
    /// as that of <c>UsePostgreSql</c>; with the one in memory, there is one replica.</remarks>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Sets options; null for the defaults, or those of the configuration.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder UseReplicas(
        this IImageStreamsBuilder builder, Action<ShardLeaseOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        HostedControllers.AddShards(builder.Services);
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        return builder;
    }

    /// <summary>Configures the hosted service that runs the controllers.</summary>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Sets options; several calls are applied in order.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="configure"/> is null.
    /// </exception>
    public static IImageStreamsBuilder ConfigureControllerHost(
        this IImageStreamsBuilder builder, Action<ControllerHostOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);

        builder.Services.Configure(configure);
        return builder;
    }
}
