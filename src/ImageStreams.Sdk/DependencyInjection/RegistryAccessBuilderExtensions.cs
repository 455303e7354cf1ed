using ImageStreams.DependencyInjection;
using ImageStreams.Registries;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says how registries are reached, and with whose credentials.</summary>
/// <remarks>Sources of credentials are asked in the order in which they are added; the first that has one wins. What
/// <c>UseCredentials</c> sets stands instead of all of them.</remarks>
public static class RegistryAccessBuilderExtensions
{
    /// <summary>The name of the HTTP client that <see cref="UseHttpClientFactory"/> sets up.</summary>
    public const string HttpClientName = "ImageStreams.Registries";

    /// <summary>Adds a source of credentials.</summary>
    /// <param name="builder">What <c>AddImageStreams</c> returned.</param>
    /// <param name="create">Creates the source, once.</param>
    public static IImageStreamsBuilder AddCredentials(
        this IImageStreamsBuilder builder, Func<IServiceProvider, IRegistryCredentialSource> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);

        builder.Services.AddSingleton(new CredentialSourceRegistration(create));
        return builder;
    }

    /// <summary>Adds a source of credentials.</summary>
    /// <param name="builder">What <c>AddImageStreams</c> returned.</param>
    /// <param name="source">The source.</param>
    public static IImageStreamsBuilder AddCredentials(
        this IImageStreamsBuilder builder, IRegistryCredentialSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return builder.AddCredentials(_ => source);
    }

    /// <summary>Adds one login.</summary>
    /// <param name="builder">What <c>AddImageStreams</c> returned.</param>
    /// <param name="registry">What it is for, such as <c>quay.io</c> or <c>quay.io/team</c>.</param>
    /// <param name="userName">The user name, without a colon.</param>
    /// <param name="password">The password or access token.</param>
    public static IImageStreamsBuilder AddLogin(
        this IImageStreamsBuilder builder, string registry, string userName, string password) =>
        builder.AddCredentials(RegistryCredentials.For(registry, userName, password));

    /// <summary>Adds an <c>auth.json</c>, <c>config.json</c> or <c>.dockercfg</c>.</summary>
    /// <param name="builder">What <c>AddImageStreams</c> returned.</param>
    /// <param name="path">The file.</param>
    /// <param name="configure">Sets limits, and whether helpers may be run.</param>
    public static IImageStreamsBuilder AddAuthFile(
        this IImageStreamsBuilder builder, string path, Action<RegistryAuthFileOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return builder.AddCredentials(provider => RegistryCredentials.FromFile(path, CreateOptions(configure), GetTimeProvider(provider)));
    }

    /// <summary>Adds the places where container tools keep credentials.</summary>
    /// <param name="builder">What <c>AddImageStreams</c> returned.</param>
    /// <param name="locations">Which places.</param>
    /// <param name="configure">Sets limits, and whether helpers may be run.</param>
    public static IImageStreamsBuilder AddAuthFiles(
        this IImageStreamsBuilder builder,
        RegistryAuthLocations locations,
        Action<RegistryAuthFileOptions>? configure = null) =>
        builder.AddCredentials(provider =>
            RegistryCredentials.FromLocations(locations, CreateOptions(configure), GetTimeProvider(provider)));

    /// <summary>Adds a credential helper for all registries.</summary>
    /// <param name="builder">What <c>AddImageStreams</c> returned.</param>
    /// <param name="helper">The part of its name after <c>docker-credential-</c>.</param>
    /// <param name="configure">Sets how it is run.</param>
    public static IImageStreamsBuilder AddCredentialHelper(
        this IImageStreamsBuilder builder, string helper, Action<CredentialHelperOptions>? configure = null) =>
        builder.AddCredentials(provider => RegistryCredentials.FromHelper(helper, CreateOptions(configure), GetTimeProvider(provider)));

    /// <summary>Adds Kubernetes pull secrets.</summary>
    /// <param name="builder">What <c>AddImageStreams</c> returned.</param>
    /// <param name="json">The JSON of a secret, or of a list of secrets.</param>
    /// <exception cref="RegistryCredentialException">The JSON, or a pull secret in it, is malformed.</exception>
    public static IImageStreamsBuilder AddPullSecrets(this IImageStreamsBuilder builder, string json) =>
        builder.AddCredentials(RegistryCredentials.FromPullSecrets(json));

    /// <summary>Sets certificates, proxies and limits of connections.</summary>
    /// <param name="builder">What <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Sets them; what several calls set is applied in their order.</param>
    public static IImageStreamsBuilder ConfigureTransport(
        this IImageStreamsBuilder builder, Action<RegistryTransportOptions> configure) =>
        ImageStreamsBuilder.Configure(builder, configure);

    /// <summary>Sends requests to registries through <c>IHttpClientFactory</c>, with the settings of
    /// <see cref="ConfigureTransport"/> at the end of its pipeline.</summary>
    /// <param name="builder">What <c>AddImageStreams</c> returned.</param>
    /// <param name="configure">Sets up the client, such as with delegating handlers; it must not retry, which the registry
    /// client does.</param>
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
            new HttpClientFactoryHandlerSource(provider.GetRequiredService<IHttpMessageHandlerFactory>(), HttpClientName)));
        return builder;
    }

    internal static SocketsRegistryHandlerSource CreateSockets(IServiceProvider provider) =>
        new(provider.GetRequiredService<IOptions<RegistryTransportOptions>>().Value);

    internal static IRegistryCredentialSource CreateCredentials(IServiceProvider provider) =>
        provider.GetServices<CredentialSourceRegistration>().Select(added => added.Create(provider)).ToList() is
            { Count: > 0 } sources ? RegistryCredentials.Chain(sources) : RegistryCredentials.Anonymous;

    private static TimeProvider GetTimeProvider(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();

    private static T CreateOptions<T>(Action<T>? configure)
        where T : new()
    {
        var options = new T();
        configure?.Invoke(options);
        return options;
    }
}
