using System.Diagnostics.CodeAnalysis;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Internal;
using ImageStreams.Registries;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the library with a service collection.</summary>
public static class ImageStreamsServiceCollectionExtensions
{
    /// <summary>Registers an embedded image stream client, its store, a registry client and an importer, each as a
    /// singleton.</summary>
    /// <remarks>
    /// <para>Registers <see cref="IImageStreamClient"/> (embedded), <see cref="IImageStreamStore"/> (in memory: its
    /// content ends with the process), <see cref="IClusterObjectStore"/> (the same store), <see cref="IRegistryClient"/> (over
    /// HTTP), <see cref="ImageImporter"/>,
    /// <see cref="IRegistryHandlerSource"/>, <see cref="IRegistryCredentialSource"/> (anonymous until sources are
    /// added) and <see cref="TimeProvider"/> (the system's). For those who keep streams imported, it registers
    /// <see cref="Reflector{T}"/>, <see cref="ImportSchedule"/>, <see cref="ImportController"/>, <see cref="ControllerReports"/>,
    /// <see cref="ControllerState"/>, <see cref="IStateStore"/> and <see cref="ILeaseStore"/> (both in memory); none of them does anything until it is run. Services that are already registered are kept. A second
    /// call adds only its configuration.</para>
    /// <para>Options are read once, when a service is first resolved, and validated when the host starts. All of them
    /// bind from configuration, such as with <c>services.Configure&lt;RegistryClientOptions&gt;(section)</c>.</para>
    /// </remarks>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Configures the registry client; <see langword="null"/> for the defaults.</param>
    /// <returns>A builder for further configuration.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IImageStreamsBuilder AddImageStreams(
        this IServiceCollection services, Action<RegistryClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);

        if (configure is not null)
        {
            services.Configure(configure);
        }

        AddOptions(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(RegistryAccessBuilderExtensions.CreateCredentials);
        services.TryAddSingleton<IRegistryHandlerSource>(RegistryAccessBuilderExtensions.CreateSockets);
        services.TryAddSingleton<IRegistryClient>(CreateRegistryClient);
        services.TryAddSingleton(CreateImporter);
        services.TryAddSingleton<IImageStreamStore>(CreateStore);
        services.TryAddSingleton(FindClusterObjects);
        services.TryAddSingleton<IImageStreamClient>(CreateClient);
        ControllerRegistration.Add(services);
        return new ImageStreamsBuilder(services);
    }

    /// <summary>Configures the embedded image stream client.</summary>
    /// <param name="builder">The builder that <see cref="AddImageStreams"/> returned.</param>
    /// <param name="configure">Sets options; several calls are applied in order.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="configure"/> is null.
    /// </exception>
    public static IImageStreamsBuilder ConfigureEngine(
        this IImageStreamsBuilder builder, Action<EmbeddedImageStreamOptions> configure) =>
        ImageStreamsBuilder.Configure(builder, configure);

    /// <summary>Configures the importer.</summary>
    /// <param name="builder">The builder that <see cref="AddImageStreams"/> returned.</param>
    /// <param name="configure">Sets options; several calls are applied in order.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="configure"/> is null.
    /// </exception>
    public static IImageStreamsBuilder ConfigureImporter(
        this IImageStreamsBuilder builder, Action<ImageImporterOptions> configure) =>
        ImageStreamsBuilder.Configure(builder, configure);

    /// <summary>Configures the store in memory.</summary>
    /// <param name="builder">The builder that <see cref="AddImageStreams"/> returned.</param>
    /// <param name="configure">Sets options; several calls are applied in order.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="configure"/> is null.
    /// </exception>
    public static IImageStreamsBuilder ConfigureStore(
        this IImageStreamsBuilder builder, Action<InMemoryStoreOptions> configure) =>
        ImageStreamsBuilder.Configure(builder, configure);

    /// <summary>Sets the internal registry of every service at once: of the embedded client, and of trigger controllers that
    /// take their options from the collection.</summary>
    /// <param name="builder">The builder that <see cref="AddImageStreams"/> returned.</param>
    /// <param name="hostname">The host and optional port, such as
    /// <c>image-registry.openshift-image-registry.svc:5000</c>; empty for no internal registry.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <remarks>Calls that configure the options of a single service later override it for that service. A trigger controller
    /// whose options name none has that of the embedded client.</remarks>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="hostname"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="hostname"/> is not a host with an optional port.</exception>
    public static IImageStreamsBuilder UseInternalRegistry(this IImageStreamsBuilder builder, string hostname)
    {
        ArgumentNullException.ThrowIfNull(hostname);
        if (hostname.Length > 0)
        {
            RegistryGrammar.RequireRegistry(hostname);
        }

        return builder
            .ConfigureEngine(options => options.InternalRegistryHostname = hostname)
            .ConfigureTriggers(options => options.InternalRegistryHostname = hostname);
    }

    /// <summary>Configures the trigger controllers that take their options from the collection.</summary>
    /// <param name="builder">The builder that <see cref="AddImageStreams"/> returned.</param>
    /// <param name="configure">Sets options; several calls are applied in order.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="configure"/> is null.
    /// </exception>
    public static IImageStreamsBuilder ConfigureTriggers(
        this IImageStreamsBuilder builder, Action<TriggerControllerOptions> configure) =>
        ImageStreamsBuilder.Configure(builder, configure);

    /// <summary>Replaces all sources of credentials with one.</summary>
    /// <param name="builder">The builder that <see cref="AddImageStreams"/> returned.</param>
    /// <param name="credentials">The source; each credential is sent only to the registry that it was found for.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="credentials"/> is null.
    /// </exception>
    public static IImageStreamsBuilder UseCredentials(
        this IImageStreamsBuilder builder, IRegistryCredentialSource credentials)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(credentials);

        builder.Services.Replace(ServiceDescriptor.Singleton(credentials));
        return builder;
    }

    /// <summary>Registers the validators of all options, which the host runs when it starts.</summary>
    private static void AddOptions(IServiceCollection services)
    {
        AddValidatedOptions<RegistryClientOptions>(services);
        AddValidatedOptions<RegistryTransportOptions>(services);
        AddValidatedOptions<ImageImporterOptions>(services);
        AddValidatedOptions<InMemoryStoreOptions>(services);
        AddValidatedOptions<EmbeddedImageStreamOptions>(services);
        AddValidatedOptions<ImportScheduleOptions>(services);
        AddValidatedOptions<ImportForecastOptions>(services);
        AddValidatedOptions<TagPolicyOptions>(services);
        AddValidatedOptions<RegistryNotificationOptions>(services);
        AddValidatedOptions<TriggerControllerOptions>(services);
        AddValidatedOptions<TriggerFuseOptions>(services);
        AddValidatedOptions<ShardLeaseOptions>(services);
        AddValidatedOptions<ReflectorOptions>(services);
        AddValidatedOptions<ControllerReportsOptions>(services);
        AddValidatedOptions<ControllerStateOptions>(services);
        AddValidatedOptions<RegistryAuthFileOptions>(services);
        AddValidatedOptions<CredentialHelperOptions>(services);
    }

    private static void AddValidatedOptions<TOptions>(IServiceCollection services)
        where TOptions : class, ICheckedOptions, new()
    {
        var count = services.Count;
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>>(new OptionsValidator<TOptions>()));
        if (services.Count > count)
        {
            services.AddOptions<TOptions>().ValidateOnStart();
        }
    }

    private static HttpRegistryClient CreateRegistryClient(IServiceProvider provider) => new(
        GetOptions<RegistryClientOptions>(provider),
        provider.GetRequiredService<IRegistryCredentialSource>(),
        provider.GetRequiredService<IRegistryHandlerSource>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILogger<HttpRegistryClient>>());

    private static ImageImporter CreateImporter(IServiceProvider provider) => new(
        provider.GetRequiredService<IRegistryClient>(),
        provider.GetRequiredService<TimeProvider>(),
        GetOptions<ImageImporterOptions>(provider),
        provider.GetService<ILogger<ImageImporter>>());

    private static InMemoryImageStreamStore CreateStore(IServiceProvider provider) =>
        new(GetOptions<InMemoryStoreOptions>(provider), provider.GetRequiredService<TimeProvider>());

    private static IClusterObjectStore FindClusterObjects(IServiceProvider provider) =>
        provider.GetRequiredService<IImageStreamStore>() as IClusterObjectStore ?? throw new InvalidOperationException(
            "The store of image streams keeps no other objects; register an IClusterObjectStore.");

    private static EmbeddedImageStreamClient CreateClient(IServiceProvider provider) => new(
        provider.GetRequiredService<IImageStreamStore>(),
        provider.GetRequiredService<ImageImporter>(),
        GetOptions<EmbeddedImageStreamOptions>(provider),
        provider.GetRequiredService<TimeProvider>());

    private static TOptions GetOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceProvider provider)
        where TOptions : class => provider.GetRequiredService<IOptions<TOptions>>().Value;
}
