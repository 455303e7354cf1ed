using ImageStreams.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what <c>MapImageStreamApi</c> needs.</summary>
public static class ImageStreamApiServiceCollectionExtensions
{
    /// <summary>Adds the options of the image API; call <c>MapImageStreamApi</c> to serve it.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets options; null for none.</param>
    /// <returns>The service collection.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddImageStreamApi(this IServiceCollection services, Action<ImageApiOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.AddOptions();
        return configure is null ? services : services.Configure(configure);
    }
}
