using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what <c>MapImageStreamApi</c> needs.</summary>
public static class ImageStreamApiServiceCollectionExtensions
{
    /// <summary>Adds the options of the image API, and tells the engine of <c>AddImageStreams</c> who asks, what they may, which
    /// namespaces there are, and what limits them; call <c>MapImageStreamApi</c> to serve it.</summary>
    /// <remarks>What the engine's options set themselves stays. A <see cref="NamespaceDirectory"/> or an <see cref="RbacPolicy"/> in the
    /// collection is used instead of a default one.</remarks>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets options; null for none.</param>
    /// <returns>The service collection.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddImageStreamApi(this IServiceCollection services, Action<ImageApiOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.TryAddSingleton(static provider => new ApiEngineLink(
            provider.GetService<IImageStreamStore>(),
            provider.GetService<IClusterObjectStore>(),
            provider.GetService<NamespaceDirectory>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None));
        services.AddOptions<EmbeddedImageStreamOptions>().PostConfigure<ApiEngineLink>(static (engine, link) => link.Configure(engine));
        return configure is null ? services : services.Configure(configure);
    }
}
