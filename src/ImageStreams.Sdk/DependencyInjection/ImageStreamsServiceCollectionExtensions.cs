using ImageStreams.Clients;
using ImageStreams.DependencyInjection;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the library with a service collection.</summary>
public static class ImageStreamsServiceCollectionExtensions
{
    /// <summary>
    /// Registers image streams inside this process, with what talks to registries and imports from them, each as one
    /// instance for all.
    /// </summary>
    /// <remarks>
    /// <para>Registers <see cref="IImageStreamClient"/> (embedded), <see cref="IImageStreamStore"/> (in memory: gone with
    /// the process), <see cref="IRegistryClient"/> (over HTTP), <see cref="ImageImporter"/>,
    /// <see cref="IRegistryHandlerSource"/>, <see cref="IRegistryCredentialSource"/> (anonymous, until
    /// sources are added) and
    /// <see cref="TimeProvider"/> (the system's). What is registered before stays; calling this again adds nothing but
    /// its configuration.</para>
    /// <para>Options are read once, when the client is first asked for.</para>
    /// </remarks>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Sets options of the registry client; null keeps the defaults.</param>
    /// <returns>A builder for what else is to be set.</returns>
    public static IImageStreamsBuilder AddImageStreams(
        this IServiceCollection services, Action<RegistryClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);

        var options = services.AddOptions<RegistryClientOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<RegistryTransportOptions>();
        services.TryAddSingleton(RegistryAccessBuilderExtensions.CreateCredentials);
        services.TryAddSingleton<IRegistryHandlerSource>(RegistryAccessBuilderExtensions.CreateSockets);
        services.TryAddSingleton<IRegistryClient>(provider => new HttpRegistryClient(
            provider.GetRequiredService<IOptions<RegistryClientOptions>>().Value,
            provider.GetRequiredService<IRegistryCredentialSource>(),
            provider.GetRequiredService<IRegistryHandlerSource>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<HttpRegistryClient>>()));
        services.AddOptions<ImageImporterOptions>();
        services.TryAddSingleton(provider => new ImageImporter(
            provider.GetRequiredService<IRegistryClient>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<ImageImporterOptions>>().Value,
            provider.GetService<ILogger<ImageImporter>>()));
        services.AddOptions<EmbeddedImageStreamOptions>();
        services.TryAddSingleton<IImageStreamStore>(provider => new InMemoryImageStreamStore(
            timeProvider: provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IImageStreamClient>(provider => new EmbeddedImageStreamClient(
            provider.GetRequiredService<IImageStreamStore>(),
            provider.GetRequiredService<ImageImporter>(),
            provider.GetRequiredService<IOptions<EmbeddedImageStreamOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()));
        return new ImageStreamsBuilder(services);
    }

    /// <summary>Sets options of the embedded engine.</summary>
    /// <param name="builder">What <see cref="AddImageStreams"/> returned.</param>
    /// <param name="configure">Sets them; what several calls set is applied in their order.</param>
    public static IImageStreamsBuilder ConfigureEngine(
        this IImageStreamsBuilder builder, Action<EmbeddedImageStreamOptions> configure) =>
        ImageStreamsBuilder.Configure(builder, configure);

    /// <summary>Sets options of the importer.</summary>
    /// <param name="builder">What <see cref="AddImageStreams"/> returned.</param>
    /// <param name="configure">Sets them; what several calls set is applied in their order.</param>
    public static IImageStreamsBuilder ConfigureImporter(
        this IImageStreamsBuilder builder, Action<ImageImporterOptions> configure) =>
        ImageStreamsBuilder.Configure(builder, configure);

    /// <summary>Says whose credentials registries get, instead of none.</summary>
    /// <param name="builder">What <see cref="AddImageStreams"/> returned.</param>
    /// <param name="credentials">Finds the credentials; each goes only to the registry that it was found for.</param>
    public static IImageStreamsBuilder UseCredentials(
        this IImageStreamsBuilder builder, IRegistryCredentialSource credentials)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(credentials);

        builder.Services.Replace(ServiceDescriptor.Singleton(credentials));
        return builder;
    }
}
