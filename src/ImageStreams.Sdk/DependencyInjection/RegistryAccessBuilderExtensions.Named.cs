using ImageStreams.Importing;
using ImageStreams.Registries;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <content>Registry clients with names, each with options, credentials and a policy of its own.</content>
public static partial class RegistryAccessBuilderExtensions
{
    /// <summary>Adds an <see cref="IRegistryClient"/> and an <see cref="ImageImporter"/> that uses it, as singletons under a
    /// key.</summary>
    /// <remarks>
    /// <para>They are injected with <c>[FromKeyedServices("name")]</c>. The client shares the connections of the default client,
    /// and nothing else: it has the <see cref="RegistryClientOptions"/> of its name (<c>Configure(name, …)</c>), which are
    /// validated when the host starts. The importer has the options of all importers.</para>
    /// <para>A second call with the same name adds only its configuration.</para>
    /// </remarks>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="name">The name, which is the key.</param>
    /// <param name="configure">Sets options of the client; <see langword="null"/> for the defaults.</param>
    /// <param name="credentials">The source of credentials; <see langword="null"/> for anonymous access.</param>
    /// <param name="policy">The mirrors, and the registries that may be contacted; <see langword="null"/> for no policy.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public static IImageStreamsBuilder AddRegistryClient(
        this IImageStreamsBuilder builder,
        string name,
        Action<RegistryClientOptions>? configure = null,
        IRegistryCredentialSource? credentials = null,
        RegistryPolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);

        builder.Services.AddOptions<RegistryClientOptions>(name).Configure(configure ?? (static _ => { })).ValidateOnStart();
        builder.Services.TryAddKeyedSingleton(name, (provider, _) => CreateDirectClient(provider, name, credentials));
        builder.Services.TryAddKeyedSingleton(name, (provider, _) => CreateNamedClient(provider, name, policy));
        builder.Services.TryAddKeyedSingleton(name, (provider, _) => CreateImporter(provider, name));
        return builder;
    }

    private static HttpRegistryClient CreateDirectClient(
        IServiceProvider provider, string name, IRegistryCredentialSource? credentials) => new(
        provider.GetRequiredService<IOptionsMonitor<RegistryClientOptions>>().Get(name),
        credentials,
        provider.GetRequiredService<IRegistryHandlerSource>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILogger<HttpRegistryClient>>());

    private static IRegistryClient CreateNamedClient(IServiceProvider provider, string name, RegistryPolicy? policy)
    {
        var direct = provider.GetRequiredKeyedService<HttpRegistryClient>(name);
        return policy is null ? direct : new MirroredRegistryClient(direct, policy);
    }

    private static ImageImporter CreateImporter(IServiceProvider provider, string name) => new(
        provider.GetRequiredKeyedService<IRegistryClient>(name),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<IOptions<ImageImporterOptions>>().Value,
        provider.GetService<ILogger<ImageImporter>>());
}
