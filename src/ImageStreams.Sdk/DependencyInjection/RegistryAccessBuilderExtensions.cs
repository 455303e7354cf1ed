using System.Diagnostics.CodeAnalysis;
using ImageStreams.Registries;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures the connections to registries and the sources of credentials.</summary>
/// <remarks>Sources of credentials are tried in the order in which they were added; the first credential found is used. A source
/// set by <c>UseCredentials</c> replaces all of them.</remarks>
public static partial class RegistryAccessBuilderExtensions
{
    /// <summary>The name of the HTTP client that <see cref="UseHttpClientFactory"/> registers.</summary>
    public const string HttpClientName = "ImageStreams.Registries";

    /// <summary>Adds a source of credentials.</summary>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="create">Creates the source; called once.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="create"/> is null.
    /// </exception>
    public static IImageStreamsBuilder AddCredentials(
        this IImageStreamsBuilder builder, Func<IServiceProvider, IRegistryCredentialSource> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);

        builder.Services.AddSingleton(new CredentialSourceRegistration(create));
        return builder;
    }

    /// <summary>Adds a source of credentials.</summary>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="source">The source.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="source"/> is null.
    /// </exception>
    public static IImageStreamsBuilder AddCredentials(
        this IImageStreamsBuilder builder, IRegistryCredentialSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return builder.AddCredentials(_ => source);
    }

    /// <summary>Adds a user name and password.</summary>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="registry">The registry or path of a registry, such as <c>quay.io</c> or <c>quay.io/team</c>.</param>
    /// <param name="userName">The user name, without a colon.</param>
    /// <param name="password">The password or access token.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentException">An argument is malformed.</exception>
    public static IImageStreamsBuilder AddLogin(
        this IImageStreamsBuilder builder, string registry, string userName, string password) =>
        builder.AddCredentials(RegistryCredentials.For(registry, userName, password));

    /// <summary>Adds a credential file: <c>auth.json</c>, <c>config.json</c> or <c>.dockercfg</c>.</summary>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="path">The path of the file.</param>
    /// <param name="configure">Sets options; <see langword="null"/> for the defaults.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    public static IImageStreamsBuilder AddAuthFile(
        this IImageStreamsBuilder builder, string path, Action<RegistryAuthFileOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return builder.AddCredentials(
            provider => RegistryCredentials.FromFile(path, CreateOptions(provider, configure), GetTimeProvider(provider)));
    }

    /// <summary>Adds the credential files of container tools.</summary>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="locations">The files to add.</param>
    /// <param name="configure">Sets options; <see langword="null"/> for the defaults.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder AddAuthFiles(
        this IImageStreamsBuilder builder,
        RegistryAuthLocations locations,
        Action<RegistryAuthFileOptions>? configure = null) =>
        builder.AddCredentials(provider =>
            RegistryCredentials.FromLocations(locations, CreateOptions(provider, configure), GetTimeProvider(provider)));

    /// <summary>Adds a credential helper for all registries.</summary>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="helper">The part of its name after <c>docker-credential-</c>.</param>
    /// <param name="configure">Sets options; <see langword="null"/> for the defaults.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder AddCredentialHelper(
        this IImageStreamsBuilder builder, string helper, Action<CredentialHelperOptions>? configure = null) =>
        builder.AddCredentials(
            provider => RegistryCredentials.FromHelper(helper, CreateOptions(provider, configure), GetTimeProvider(provider)));

    /// <summary>Adds Kubernetes pull secrets.</summary>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="json">The JSON of a secret, or of a list of secrets.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="json"/> is null.</exception>
    /// <exception cref="RegistryCredentialException">The JSON, or a pull secret in it, is malformed, or a single secret is of
    /// another type.</exception>
    public static IImageStreamsBuilder AddPullSecrets(this IImageStreamsBuilder builder, string json)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddCredentials(RegistryCredentials.FromPullSecrets(json));
    }

    /// <summary>Configures certificates, proxies and connections.</summary>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Sets options; several calls are applied in order.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="configure"/> is null.
    /// </exception>
    public static IImageStreamsBuilder ConfigureTransport(
        this IImageStreamsBuilder builder, Action<RegistryTransportOptions> configure) =>
        ImageStreamsBuilder.Configure(builder, configure);

    /// <summary>Sends requests to registries through <c>IHttpClientFactory</c>; the handler at the end of its pipeline
    /// has the options of <see cref="ConfigureTransport"/>.</summary>
    /// <param name="builder">The builder that <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Configures the client, such as with delegating handlers, which must not retry because
    /// the registry client does; <see langword="null"/> for none.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IImageStreamsBuilder UseHttpClientFactory(
        this IImageStreamsBuilder builder, Action<IHttpClientBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.Services.TryAddSingleton(CreateSockets);
        var client = builder.Services
            .AddHttpClient(HttpClientName)
            .ConfigurePrimaryHttpMessageHandler(provider =>
                new EndpointHandler(provider.GetRequiredService<SocketsRegistryHandlerSource>()));
        configure?.Invoke(client);
        builder.Services.Replace(ServiceDescriptor.Singleton<IRegistryHandlerSource>(provider =>
            new HttpClientFactoryHandlerSource(
                provider.GetRequiredService<IHttpMessageHandlerFactory>(),
                HttpClientName,
                provider.GetRequiredService<SocketsRegistryHandlerSource>())));
        return builder;
    }

    internal static SocketsRegistryHandlerSource CreateSockets(IServiceProvider provider) =>
        new(provider.GetRequiredService<IOptions<RegistryTransportOptions>>().Value);

    internal static IRegistryCredentialSource CreateCredentials(IServiceProvider provider) =>
        provider.GetServices<CredentialSourceRegistration>().Select(added => added.Create(provider)).ToList() is
            { Count: > 0 } sources ? RegistryCredentials.Chain(sources) : RegistryCredentials.Anonymous;

    private static TimeProvider GetTimeProvider(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();

    /// <summary>Creates the options of one source: those that are configured for all sources, then changed for this
    /// one.</summary>
    private static T CreateOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(
        IServiceProvider provider, Action<T>? configure)
        where T : class
    {
        var options = provider.GetRequiredService<IOptionsFactory<T>>().Create(Options.Options.DefaultName);
        configure?.Invoke(options);
        return options;
    }
}
